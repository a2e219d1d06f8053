// Everything here is comfort: each page works without it.
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');

  function follow() {
    if (root.dataset.theme === 'auto') {
      root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    }
  }

  function typing(target) {
    return target.closest('input, textarea, select, [contenteditable]') !== null;
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      document.getElementById('search-all')?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      step(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'a' || event.key === 'f') {
      document.querySelector('[data-key="' + event.key + '"]')?.click();
    }
  }

  // rows of a list: the link of each is what the keyboard stands on
  function step(by) {
    var links = Array.from(document.querySelectorAll('[data-row]'));
    var at = links.indexOf(document.activeElement);
    var next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    next?.focus();
  }

  function tick(event) {
    var all = event.target.closest('[data-all]');
    if (all !== null) {
      document.querySelectorAll('input[name="' + all.dataset.all + '"]').forEach(function (box) {
        box.checked = all.checked;
      });
    }
  }

  function drop(event) {
    var area = event.target.closest('[data-drop]');
    if (area !== null && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      area.querySelector('input[type=file]').files = event.dataTransfer.files;
    }
  }

  // a screen nobody sits at: when the connection is gone for good it says so, and begins again once the service answers
  function again() {
    document.querySelector('[data-cut]').hidden = false;
    window.setTimeout(function () {
      window.fetch(window.location.href, { cache: 'no-store' }).then(function () {
        window.location.reload();
      }, again);
    }, 5000);
  }

  function cut(place, source) {
    source.addEventListener('open', function () {
      document.querySelector('[data-cut]').hidden = true;
    });
    source.addEventListener('error', function () {
      document.querySelector('[data-cut]').hidden = false;
      if (source.readyState === EventSource.CLOSED) {
        again();
      }
    });
  }

  // a piece of the page that the service sends again whenever it looks different; hidden pages hold no connection
  function live(place) {
    var source = null;
    function open() {
      if (source === null && !document.hidden) {
        source = new EventSource(place.dataset.live);
        source.addEventListener(place.dataset.piece, function (event) {
          place.innerHTML = event.data;
        });
        if ('again' in place.dataset) {
          cut(place, source);
        }
        source.addEventListener('over', function () {
          source.close();
          window.location.reload();
        });
      }
    }
    document.addEventListener('visibilitychange', function () {
      if (document.hidden && source !== null) {
        source.close();
        source = null;
      }
      open();
    });
    open();
  }

  function comforts() {
    document.querySelectorAll('[data-live]').forEach(live);
    document.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        window.print();
      });
    });
    document.querySelectorAll('[data-share]').forEach(function (box) {
      box.value = new URL(box.value, window.location.href).href;
      box.addEventListener('focus', box.select);
    });
  }

  follow();
  dark.addEventListener('change', follow);
  document.addEventListener('keydown', keys);
  document.addEventListener('change', tick);
  document.addEventListener('drop', drop);
  document.addEventListener('dragover', function (event) {
    if (event.target.closest('[data-drop]') !== null) {
      event.preventDefault();
    }
  });
  document.addEventListener('DOMContentLoaded', function () {
    comforts();
    (document.querySelector('[aria-invalid=true]') || document.getElementById('problems'))?.focus();
  });
}());
