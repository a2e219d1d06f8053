// Draws each chart out of the table that stands below it; without this the table says the same.
(function () {
  'use strict';
  var root = document.documentElement;
  var drawn = [];

  function style(name) {
    return window.getComputedStyle(root).getPropertyValue(name).trim();
  }

  function tone(cell) {
    return style('--chart-' + (cell.dataset.tone || 'median'));
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
    return Array.from(table.tHead.rows[0].cells).map(function (head, column) {
      return {
        label: head.textContent,
        toned: 'tone' in head.dataset,
        data: rows(table).map(function (row) { return value(row.cells[column]); }),
        backgroundColor: tone(head), borderColor: tone(head), borderWidth: kind === 'line' ? 2 : 0,
        spanGaps: true, maxBarThickness: 28
      };
    }).filter(function (one) { return one.toned; });
  }

  function ring(table) {
    return [{
      data: rows(table).map(function (row) { return value(row.cells[1]); }),
      backgroundColor: rows(table).map(function (row) { return tone(row.cells[0]); }),
      borderColor: style('--tblr-bg-surface'), borderWidth: 2
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
    drawn.push(new window.Chart(figure.querySelector('canvas'), {
      type: {stacked: 'bar', line: 'line', ring: 'doughnut'}[kind],
      data: {labels: labels(table, kind), datasets: kind === 'ring' ? ring(table) : series(table, kind)},
      options: {
        animation: false, maintainAspectRatio: false, locale: root.lang, scales: scales(kind),
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

  function fit() {
    drawn.forEach(function (chart) { chart.resize(); });
  }

  all();
  new MutationObserver(all).observe(root, {attributes: true, attributeFilter: ['data-bs-theme']});
  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.querySelector('[data-chart]') !== null) {
      all();
    }
  });
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', fit);
}());
