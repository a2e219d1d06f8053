// Draws each chart out of the table that stands below it; without this the table says the same.
(function () {
  'use strict';
  var root = document.documentElement;
  var drawn = [];
  // as wide as a card on an upright sheet of A4
  var SHEET = 670;
  var HEIGHT = 240;
  var onPaper = false;

  function style(name) {
    return window.getComputedStyle(root).getPropertyValue(name).trim();
  }

  function tone(cell) {
    return style('--chart-' + (cell.dataset.tone || 'median'));
  }

  // on paper, which may have no colours, each part has lines of its own: slanted either way, level, upright, none
  function lined(colour, number) {
    var lines = [[0, 8, 8, 0], [0, 0, 8, 8], [0, 4, 8, 4], [4, 0, 4, 8]][number - 1];
    if (!onPaper || lines === undefined) {
      return colour;
    }
    var piece = document.createElement('canvas');
    piece.width = piece.height = 8;
    var pen = piece.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = '#000';
    pen.moveTo(lines[0], lines[1]);
    pen.lineTo(lines[2], lines[3]);
    pen.stroke();
    return pen.createPattern(piece, 'repeat');
  }

  function value(cell) {
    if ('value' in cell.dataset) {
      return cell.dataset.value === '' ? null : Number(cell.dataset.value);
    }
    return Number(cell.textContent.replace(/\D/g, ''));
  }

  function rows(table) {
    return Array.from(table.tBodies[0].rows);
  }

  // a series for each column that has a colour
  function series(table, kind) {
    var width = kind === 'line' ? 2 : onPaper ? 1 : 0;
    return Array.from(table.tHead.rows[0].cells).map(function (head, column) {
      return {
        label: head.textContent,
        toned: 'tone' in head.dataset,
        data: rows(table).map(function (row) { return value(row.cells[column]); }),
        backgroundColor: lined(tone(head), column - 1), borderColor: onPaper ? '#000' : tone(head), borderWidth: width,
        spanGaps: true, maxBarThickness: 28
      };
    }).filter(function (one) { return one.toned; });
  }

  function ring(table) {
    return [{
      data: rows(table).map(function (row) { return value(row.cells[1]); }),
      backgroundColor: rows(table).map(function (row, number) { return lined(tone(row.cells[0]), number); }),
      borderColor: onPaper ? '#000' : style('--tblr-bg-surface'), borderWidth: onPaper ? 1 : 2
    }];
  }

  function labels(table, kind) {
    return rows(table).map(function (row) {
      var name = row.cells[0].textContent;
      return kind === 'ring' ? name + ': ' + row.cells[1].textContent : name.replace(/\/\d{4}$/, '');
    });
  }

  function scales(kind) {
    var stacked = kind === 'stacked';
    return kind === 'ring' ? {} : {
      x: {stacked: stacked, grid: {display: false}, ticks: {maxRotation: 0, autoSkipPadding: 12}},
      y: {stacked: stacked, beginAtZero: true, suggestedMax: 4, ticks: {precision: 0}}
    };
  }

  function draw(figure) {
    var kind = figure.dataset.chart;
    var table = figure.querySelector('table');
    // what bounds it on the screen is not the sheet's width
    figure.querySelector('canvas').style.maxWidth = onPaper ? 'none' : '';
    drawn.push(new window.Chart(figure.querySelector('canvas'), {
      type: {stacked: 'bar', line: 'line', ring: 'doughnut'}[kind],
      data: {labels: labels(table, kind), datasets: kind === 'ring' ? ring(table) : series(table, kind)},
      options: {
        animation: false, responsive: !onPaper, maintainAspectRatio: false, locale: root.lang, scales: scales(kind),
        plugins: {legend: {display: kind !== 'line', position: kind === 'ring' ? 'right' : 'bottom', labels: {boxWidth: 12}}}
      }
    }));
  }

  function all() {
    drawn.splice(0).forEach(function (chart) { chart.destroy(); });
    window.Chart.defaults.color = style('--quiet');
    window.Chart.defaults.borderColor = style('--tblr-border-color');
    window.Chart.defaults.font.family = window.getComputedStyle(document.body).fontFamily;
    document.querySelectorAll('[data-chart]').forEach(draw);
  }

  function draft(paper) {
    onPaper = paper;
    all();
    if (paper) {
      drawn.forEach(function (chart) { chart.resize(SHEET, HEIGHT); });
    }
  }

  all();
  new MutationObserver(function () { draft(onPaper); }).observe(root, {attributes: true, attributeFilter: ['data-bs-theme']});
  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.querySelector('[data-chart]') !== null) {
      all();
    }
  });
  window.addEventListener('beforeprint', function () { draft(true); });
  window.addEventListener('afterprint', function () { draft(false); });
}());
