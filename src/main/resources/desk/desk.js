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

  // paper is white
  function lighten() {
    root.dataset.bsTheme = 'light';
  }

  function darkenAgain() {
    if (root.dataset.theme !== 'auto') {
      root.dataset.bsTheme = root.dataset.theme;
    }
    follow();
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
    } else if (event.key === 'u') {
      toQueue();
    } else if (event.key === '?') {
      document.getElementById('keys')?.showModal();
    } else if (event.key === 'x') {
      row()?.closest('tr')?.querySelector('input[type=checkbox]')?.click();
    } else if (event.key === 'a' || event.key === 'f') {
      if (row() !== null) {
        onRow(event.key);
      } else {
        press(document.querySelector('[data-key="' + event.key + '"]'));
      }
    }
  }

  // back to the list as it was narrowed, and to the row that was opened
  function toQueue() {
    sessionStorage.setItem('desk-opened', window.location.pathname);
    window.location.href = sessionStorage.getItem('desk-queue') || '/incidents';
  }

  function rememberQueue() {
    if (document.querySelector('[data-queue]') !== null) {
      var address = new URL(window.location.href);
      address.searchParams.delete('done');
      sessionStorage.setItem('desk-queue', address.pathname + address.search);
      document.querySelector('[data-row][href="' + sessionStorage.getItem('desk-opened') + '"]')?.focus();
      sessionStorage.removeItem('desk-opened');
    }
  }

  // from the search box down through the portals that are called so, and back
  function named(event) {
    var box = event.target.closest('.desk-search');
    if (box === null || !['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) {
      return;
    }
    var stops = [box.querySelector('input')].concat(Array.from(box.querySelectorAll('.named a')));
    var at = stops.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
    if (event.key === 'Escape') {
      box.querySelector('.named')?.remove();
      stops[0].focus();
    } else if (at >= 0 && at < stops.length && stops.length > 1) {
      event.preventDefault();
      stops[at].focus();
    }
  }

  // the row of a list that the keyboard stands on, by its link
  function row() {
    var at = document.activeElement;
    return at !== null && at.matches('[data-row][data-act]') ? at : null;
  }

  function onRow(key) {
    var link = row();
    if (key === 'f') {
      window.location.href = link.getAttribute('href') + '?act=close';
    } else if (link.dataset.act !== '') {
      var form = document.getElementById('row-act');
      form.action = link.getAttribute('href');
      form.elements.act.value = link.dataset.act;
      form.elements.version.value = link.dataset.version;
      stand(link);
      form.submit();
    }
  }

  // where the keyboard stood is where it stands again when the list comes back
  function stand(link) {
    var links = Array.from(document.querySelectorAll('[data-row]'));
    sessionStorage.setItem('desk-row', window.location.pathname + ' ' + links.indexOf(link));
  }

  function standAgain() {
    var kept = (sessionStorage.getItem('desk-row') || '').split(' ');
    sessionStorage.removeItem('desk-row');
    if (kept[0] === window.location.pathname) {
      document.querySelectorAll('[data-row]')[Number(kept[1])]?.focus();
    }
  }

  function press(button) {
    button?.click();
    button?.closest('details[open]')?.querySelector('select, textarea')?.focus();
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

  // what is too much is said before it is sent: what comes back from the service comes without the files
  function weigh(box) {
    var input = box.querySelector('input[type=file]');
    var files = Array.from(input.files);
    var sizes = files.map(function (file) {
      return file.size;
    });
    var together = sizes.reduce(function (sum, size) {
      return sum + size;
    }, 0);
    var tooMuch = files.length > Number(box.dataset.most) || together > Number(box.dataset.together)
      || Math.max(0, ...sizes) > Number(box.dataset.largest) || sizes.includes(0);
    var told = box.querySelector('[data-too-much]');
    told.hidden = !tooMuch;
    told.classList.toggle('d-block', tooMuch);
    input.classList.toggle('is-invalid', tooMuch);
    return tooMuch;
  }

  function chosen(event) {
    var box = event.target.closest('[data-files]');
    if (box !== null) {
      weigh(box);
    }
  }

  function sent(event) {
    var box = event.target.querySelector('[data-files]');
    if (box !== null && weigh(box)) {
      event.preventDefault();
      box.querySelector('input[type=file]').focus();
    }
  }

  function drop(event) {
    var area = event.target.closest('[data-drop]');
    if (area !== null && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      var input = area.querySelector('input[type=file]');
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    }
  }

  // a screen nobody sits at: when the connection is gone for good it says so, and begins again once the service answers
  function afterCut() {
    document.querySelector('[data-cut]').hidden = false;
    window.setTimeout(function () {
      // a proxy that answers for a service which is not there would put its own page here for good
      window.fetch(window.location.href, { cache: 'no-store' }).then(function (answer) {
        if (answer.ok) {
          window.location.reload();
        } else {
          afterCut();
        }
      }, afterCut);
    }, 5000);
  }

  // what a cell is about stands in its column's head; where columns do not fit, the cell says it itself
  function label() {
    document.querySelectorAll('.card-table:not(.stacked, .sides)').forEach(function (table) {
      var heads = Array.from(table.querySelectorAll('thead tr:last-child > *'), function (head) {
        return head.textContent.trim();
      });
      if (heads.length === 0) {
        return;
      }
      table.classList.add('stacked');
      // a table that is laid out as cards is still read out as a table
      table.setAttribute('role', 'table');
      table.querySelectorAll('thead tr').forEach(function (line) {
        line.setAttribute('role', 'row');
        line.querySelectorAll('th').forEach(function (head) {
          head.setAttribute('role', 'columnheader');
        });
      });
      table.querySelectorAll('tbody tr').forEach(function (line) {
        line.setAttribute('role', 'row');
        var named = false;
        Array.from(line.children).forEach(function (cell, at) {
          cell.setAttribute('role', cell.matches('th') ? 'rowheader' : 'cell');
          if (cell.children.length === 1 && cell.querySelector(':scope > input[type=checkbox]') !== null) {
            cell.classList.add('tick');
          } else if (!named) {
            named = true;
          } else if (cell.textContent.trim() !== '' && heads[at] !== '') {
            cell.dataset.label = heads[at];
          }
        });
      });
    });
  }

  // a list that is looked at comes anew when something happened, unless somebody is in the midst of it
  function anew(told) {
    var marks = {};
    told.split(';').forEach(function (mark) {
      marks[mark.split('=')[0]] = mark.split('=')[1];
    });
    document.querySelectorAll('[data-list]').forEach(function (list) {
      var names = list.dataset.list.split(' ');
      var mark = names.map(function (name) {
        return marks[name];
      }).join(',');
      if (names.every(function (name) {
        return name in marks;
      }) && mark !== list.dataset.mark) {
        again(list);
      }
    });
  }

  function again(list) {
    if (list.querySelector('tbody input:checked, details[open]') !== null) {
      list.querySelector('[data-stale]').hidden = false;
      return;
    }
    var at = document.activeElement;
    var stood = list.contains(at) && at.matches('[data-row]') ? at.getAttribute('href') : '';
    document.body.addEventListener('htmx:afterSwap', function () {
      document.querySelector('[data-row][href="' + stood + '"]')?.focus();
    }, {once: true});
    window.htmx?.trigger(list, 'anew');
  }

  // one stream for the whole browser: the tab that has the lock listens and tells the others
  function shared(address, names, hear) {
    var others = new BroadcastChannel('desk' + address);
    others.onmessage = function (event) {
      hear(event.data.name, event.data.data);
    };
    function tell(name, data) {
      hear(name, data);
      others.postMessage({name: name, data: data});
    }
    var leave = function () {};
    function lead() {
      navigator.locks.request('desk' + address, function () {
        return new Promise(function (done) {
          var source = new EventSource(address);
          source.addEventListener('over', function () {
            window.location.reload();
          });
          names.forEach(function (name) {
            source.addEventListener(name, function (event) {
              tell(name, event.data);
            });
          });
          source.addEventListener('open', function () {
            tell('open', true);
          });
          source.addEventListener('error', function () {
            tell('cut', source.readyState === EventSource.CLOSED);
          });
          leave = function () {
            source.close();
            done();
          };
          if (document.hidden) {
            leave();
          }
        });
      });
    }
    document.addEventListener('visibilitychange', function () {
      if (document.hidden) {
        leave();
      } else {
        lead();
      }
    });
    lead();
  }

  function hearing(place) {
    return function (name, data) {
      if (name === place.dataset.piece && name === 'lists') {
        anew(data);
      } else if (name === place.dataset.piece) {
        place.innerHTML = data;
      } else if ('again' in place.dataset && name === 'open') {
        document.querySelector('[data-cut]').hidden = true;
      } else if ('again' in place.dataset && name === 'cut') {
        document.querySelector('[data-cut]').hidden = false;
        if (data) {
          afterCut();
        }
      }
    };
  }

  // pieces of the page that the service sends again whenever they look different; hidden pages hold no connection
  function live(address, names, hear) {
    var source = null;
    function open() {
      if (source === null && !document.hidden) {
        source = new EventSource(address);
        names.forEach(function (name) {
          source.addEventListener(name, function (event) {
            hear(name, event.data);
          });
        });
        source.addEventListener('open', function () {
          hear('open', true);
        });
        source.addEventListener('error', function () {
          hear('cut', source !== null && source.readyState === EventSource.CLOSED);
        });
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

  // what comes from one address comes by one stream, wherever on the page it goes
  function listen() {
    var streams = new Map();
    document.querySelectorAll('[data-live]').forEach(function (place) {
      streams.set(place.dataset.live, (streams.get(place.dataset.live) || []).concat(place));
    });
    streams.forEach(function (places, address) {
      var ears = places.map(hearing);
      var hear = function (name, data) {
        ears.forEach(function (ear) {
          ear(name, data);
        });
      };
      if (navigator.locks === undefined || window.BroadcastChannel === undefined
        || !['/live', '/wallboard/live'].includes(address)) {
        live(address, new Set(places.map(function (place) {
          return place.dataset.piece;
        })), hear);
      } else {
        shared(address, address === '/live' ? ['numbers', 'lists'] : ['wallboard'], hear);
      }
    });
  }

  // a service that does not answer is said where its pulse is; the next answer takes the place of this
  function withoutPulse(event) {
    if (event.target.id === 'pulse') {
      event.target.className = 'pulse pulse-too-late';
      event.target.querySelectorAll('span:not(.pulse-dot)').forEach(function (word) {
        word.hidden = !('lost' in word.dataset);
      });
    }
  }

  function comforts() {
    listen();
    ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(function (failed) {
      document.body.addEventListener(failed, withoutPulse);
    });
    document.querySelectorAll('[data-keys]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        document.getElementById('keys').showModal();
      });
    });
    rememberQueue();
    standAgain();
    document.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        window.print();
      });
    });
    document.querySelectorAll('[data-copy]').forEach(function (button) {
      button.hidden = navigator.clipboard === undefined;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(button.dataset.copy).then(function () {
          button.classList.add('copied');
        });
      });
    });
    document.querySelectorAll('[data-share]').forEach(function (box) {
      box.value = new URL(box.value, window.location.href).href;
      box.addEventListener('focus', box.select);
    });
  }

  follow();
  dark.addEventListener('change', follow);
  window.addEventListener('beforeprint', lighten);
  window.addEventListener('afterprint', darkenAgain);
  document.addEventListener('keydown', keys);
  document.addEventListener('keydown', named);
  document.addEventListener('change', tick);
  document.addEventListener('change', chosen);
  document.addEventListener('submit', sent);
  document.addEventListener('drop', drop);
  document.addEventListener('dragover', function (event) {
    if (event.target.closest('[data-drop]') !== null) {
      event.preventDefault();
    }
  });
  document.addEventListener('DOMContentLoaded', function () {
    comforts();
    label();
    document.body.addEventListener('htmx:afterSwap', label);
    (document.querySelector('[aria-invalid=true]') || document.getElementById('problems'))?.focus();
  });
}());
