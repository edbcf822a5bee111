'use strict';
// Draws the charts of the page from the JSON in it. Texts reach the page through ECharts' own
// text rendering or textContent only, never as HTML.
(function () {
  const data = JSON.parse(document.getElementById('charts').textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  // Okabe and Ito's colours, readable for the colour-blind; the baseline stays grey
  const ON_LIGHT = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9'];
  const ON_DARK = ['#56b4e9', '#e69f00', '#1fbf92', '#cc79a7', '#ee7733', '#f0e442'];
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];
  const LINES = ['solid', 'dashed', 'dotted'];
  const drawn = [];

  function style(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function look(method) {
    const place = Math.max(0, data.methods.indexOf(method));
    if (place === 0 && data.methods.length > 1) {
      return { colour: dark.matches ? '#aab2bb' : '#6b7480', symbol: 'circle', line: 'solid' };
    }
    const index = data.methods.length > 1 ? place - 1 : place;
    const colours = dark.matches ? ON_DARK : ON_LIGHT;
    return {
      colour: colours[index % colours.length],
      symbol: SYMBOLS[(index + 1) % SYMBOLS.length],
      line: LINES[Math.floor(index / colours.length) % LINES.length],
    };
  }

  function shown(value, scale, signed) {
    if (value === null || !Number.isFinite(value)) {
      return '–';
    }
    const text = value.toFixed(scale.decimals);
    return signed && value >= 0 ? '+' + text : text;
  }

  function withUnit(name, unit) {
    return unit ? name + ' (' + unit + ')' : name;
  }

  function scaled(values, scale) {
    return values.map((value) => (value === null ? null : value * scale.factor));
  }

  function shortened(name, length) {
    return name.length > length ? name.slice(0, length - 1) + '…' : name;
  }

  // --- what all charts share -------------------------------------------------------------------

  function axis(options) {
    const soft = style('--soft');
    return Object.assign(
      {
        nameTextStyle: { color: soft },
        axisLabel: { color: soft },
        axisLine: { lineStyle: { color: style('--line') } },
        splitLine: { lineStyle: { color: style('--line'), opacity: 0.6 } },
      },
      options,
    );
  }

  function base(options) {
    return Object.assign(
      {
        animation: false,
        backgroundColor: 'transparent',
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      },
      options,
    );
  }

  function tooltip(options) {
    return Object.assign(
      {
        renderMode: 'richText',
        confine: true,
        backgroundColor: style('--panel'),
        borderColor: style('--line'),
        textStyle: { color: style('--ink'), fontSize: 13 },
      },
      options,
    );
  }

  function legend(names) {
    return {
      type: 'scroll',
      top: 0,
      left: 0,
      data: names,
      itemWidth: 18,
      itemHeight: 12,
      formatter: (name) => shortened(name, 40),
      textStyle: { color: style('--ink') },
      pageTextStyle: { color: style('--soft') },
    };
  }

  /** Keeps one chart up to date with width, colour scheme and choice. */
  function chart(element, option) {
    const instance = echarts.init(element, null, { renderer: 'svg' });
    const draw = () => instance.setOption(option(), true);
    draw();
    drawn.push({ instance, draw });
    new ResizeObserver(() => instance.resize()).observe(element);
    return draw;
  }

  /** Buttons of which one is pressed; says which one is chosen. */
  function choice(element, names, changed) {
    let chosen = 0;
    const buttons = names.map((name, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', () => {
        chosen = index;
        press();
        changed();
      });
      return button;
    });
    const press = () =>
      buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(index === chosen)));
    press();
    if (names.length > 1) {
      element.append(...buttons);
    }
    return () => chosen;
  }

  // --- paired differences ----------------------------------------------------------------------

  function interval(rows, colour) {
    return {
      type: 'custom',
      silent: true,
      z: 2,
      data: rows.map((row) => [row.place, row.low, row.high]),
      renderItem: (params, api) => {
        const left = api.coord([api.value(1), api.value(0)]);
        const right = api.coord([api.value(2), api.value(0)]);
        const line = (x1, y1, x2, y2, width) => ({
          type: 'line',
          shape: { x1, y1, x2, y2 },
          style: { stroke: colour(params.dataIndex), lineWidth: width, lineCap: 'round' },
        });
        return {
          type: 'group',
          children: [
            line(left[0], left[1], right[0], right[1], 4),
            line(left[0], left[1] - 8, left[0], left[1] + 8, 2),
            line(right[0], right[1] - 8, right[0], right[1] + 8, 2),
          ],
        };
      },
      // the axis must span the interval, too
      encode: { x: [1, 2], y: 0 },
    };
  }

  function differenceOption(scale) {
    const rows = data.differences
      .filter((one) => one.metric === scale.name)
      .map((one, place) => ({
        place,
        method: one.method,
        baseline: one.baseline,
        mean: one.mean * scale.factor,
        low: one.low === null ? null : one.low * scale.factor,
        high: one.high === null ? null : one.high * scale.factor,
        values: scaled(one.values, scale),
      }));
    const better = scale.lowerIsBetter ? '← better' : 'better →';
    const unit = scale.differenceUnit === 'points' ? 'percentage points' : scale.differenceUnit;
    const bounded = rows.filter((row) => row.low !== null && row.high !== null);
    return base({
      grid: { left: 8, right: 24, top: 12, bottom: 34, containLabel: true },
      tooltip: tooltip({
        trigger: 'item',
        formatter: (item) => {
          const row = rows[item.value[1]];
          const lines = [row.method + ' − ' + row.baseline, 'mean ' + shown(row.mean, scale, true)];
          if (row.low !== null) {
            lines.push('95 % interval ' + shown(row.low, scale, true) + ' to ' + shown(row.high, scale, true));
          }
          lines.push('seeds ' + row.values.map((value) => shown(value, scale, true)).join(', '));
          return lines.join('\n');
        },
      }),
      xAxis: axis({
        type: 'value',
        name: withUnit(scale.name + ' difference', unit) + '   ' + better,
        nameLocation: 'middle',
        nameGap: 30,
        scale: false,
      }),
      yAxis: axis({
        type: 'category',
        inverse: true,
        data: rows.map((row) => row.method),
        axisTick: { show: false },
        axisLabel: { color: style('--ink'), formatter: (name) => shortened(name, 28) },
      }),
      series: [
        interval(bounded, (index) => look(bounded[index].method).colour),
        {
          type: 'scatter',
          symbol: 'circle',
          symbolSize: 9,
          z: 3,
          data: rows.flatMap((row) => row.values.map((value) => ({
            value: [value, row.place],
            itemStyle: { color: style('--paper'), borderColor: look(row.method).colour, borderWidth: 2 },
          }))),
        },
        {
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 18,
          z: 4,
          data: rows.map((row) => ({
            value: [row.mean, row.place],
            itemStyle: { color: look(row.method).colour, borderColor: style('--paper'), borderWidth: 1.5 },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: style('--ink'), type: 'solid', width: 1.2 },
            data: [{ xAxis: 0 }],
          },
        },
      ],
    });
  }

  function differences() {
    const element = document.getElementById('differences-chart');
    if (!element) {
      return;
    }
    const metrics = data.metrics.filter((scale) => data.differences.some((one) => one.metric === scale.name));
    const most = Math.max(...metrics.map((scale) => data.differences.filter((one) => one.metric === scale.name).length));
    element.style.height = 90 + 52 * most + 'px';
    let draw = () => {};
    const chosen = choice(document.getElementById('differences-choice'), metrics.map((scale) => scale.name), () => draw());
    draw = chart(element, () => differenceOption(metrics[chosen()]));
  }

  // --- learning curves -------------------------------------------------------------------------

  function meanOf(curves) {
    const byEpoch = new Map();
    curves.forEach((curve) => curve.points.forEach(([epoch, value]) => {
      if (value !== null) {
        byEpoch.set(epoch, (byEpoch.get(epoch) || []).concat(value));
      }
    }));
    return [...byEpoch.entries()]
      .sort((one, other) => one[0] - other[0])
      .map(([epoch, values]) => [epoch, values.reduce((sum, value) => sum + value, 0) / values.length]);
  }

  // where a run went on with another version of a plugin
  function swapLines(curves, colour) {
    const epochs = new Map();
    curves.forEach((curve) => curve.marks.forEach(({ epoch, text }) => {
      epochs.set(epoch, new Set([...(epochs.get(epoch) || []), text]));
    }));
    return {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colour, type: 'dashed' },
      label: { formatter: ({ name }) => name, color: colour, fontSize: 11, position: 'insideEndTop' },
      data: [...epochs.entries()].map(([epoch, texts]) => ({ xAxis: epoch, name: [...texts].join(', ') })),
    };
  }

  function curveOption(series) {
    const curves = data.curves.filter((curve) => curve.series === series);
    const scale = curves[0].scale;
    const known = data.methods.concat(curves.map((curve) => curve.method));
    const methods = [...new Set(known)].filter((method) => curves.some((curve) => curve.method === method));
    const inUnit = (points) => points.map(([x, y]) => [x, y === null ? null : y * scale.factor]);
    const lines = [];
    methods.forEach((method) => {
      const own = curves.filter((curve) => curve.method === method);
      const { colour, symbol, line } = look(method);
      const mean = inUnit(meanOf(own));
      const many = mean.length > 60;
      if (own.length > 1) {
        own.forEach((curve) => lines.push({
          name: method,
          type: 'line',
          silent: true,
          symbol,
          showSymbol: false,
          sampling: 'lttb',
          z: 2,
          data: inUnit(curve.points),
          tooltip: { show: false },
          itemStyle: { color: colour },
          lineStyle: { color: colour, width: 1, opacity: 0.4 },
        }));
      }
      lines.push({
        name: method,
        type: 'line',
        symbol,
        symbolSize: 7,
        showSymbol: !many,
        sampling: 'lttb',
        z: 3,
        data: mean,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: 2.6, type: line },
        markLine: swapLines(own, colour),
        id: 'mean ' + method,
      });
    });
    return base({
      grid: { left: 12, right: 20, top: 62, bottom: 34, containLabel: true },
      legend: legend(methods),
      tooltip: tooltip({
        trigger: 'axis',
        formatter: (items) => ['epoch ' + items[0].value[0]]
          .concat(items
            .filter((item) => String(item.seriesId).startsWith('mean '))
            .map((item) => item.seriesName + '  ' + shown(item.value[1], scale)))
          .join('\n'),
      }),
      xAxis: axis({ type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 28, min: 'dataMin', max: 'dataMax', minInterval: 1, splitLine: { show: false } }),
      yAxis: axis({ type: 'value', name: withUnit(series, scale.unit), nameLocation: 'end', nameTextStyle: { color: style('--soft'), align: 'left' }, scale: true }),
      series: lines,
    });
  }

  function curves() {
    const element = document.getElementById('curves-chart');
    if (!element) {
      return;
    }
    const rank = (name) => (name.startsWith('validation/') ? 0 : 1);
    const series = [...new Set(data.curves.map((curve) => curve.series))].sort((one, other) => rank(one) - rank(other));
    let draw = () => {};
    const chosen = choice(document.getElementById('curves-choice'), series, () => draw());
    draw = chart(element, () => curveOption(series[chosen()]));
  }

  // --- cost ------------------------------------------------------------------------------------

  const COSTS = [
    { key: 'seconds', name: 'training seconds' },
    { key: 'parameters', name: 'parameters' },
    { key: 'macs', name: 'multiply-adds' },
    { key: 'imagesPerSecond', name: 'images per second' },
  ];

  function costOption(cost, scale) {
    const points = data.points
      .filter((point) => point[cost.key] && Number.isFinite(point.means[scale.name]) && point.means[scale.name] !== null)
      .map((point) => ({ name: point.method, x: point[cost.key], y: point.means[scale.name] * scale.factor, look: look(point.method) }));
    const teacher = data.teacher;
    if (teacher && teacher[cost.key] && teacher.means && Number.isFinite(teacher.means[scale.name])) {
      points.push({
        name: 'teacher: ' + teacher.network,
        x: teacher[cost.key],
        y: teacher.means[scale.name] * scale.factor,
        look: { colour: style('--ink'), symbol: 'emptyCircle' },
      });
    }
    const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
    return base({
      grid: { left: 12, right: 28, top: 62, bottom: 34, containLabel: true },
      legend: legend(points.map((point) => point.name)),
      tooltip: tooltip({
        trigger: 'item',
        formatter: (item) => item.seriesName + '\n' + cost.name + ' ' + compact.format(item.value[0]) + '\n' + scale.name + ' ' + shown(item.value[1], scale),
      }),
      xAxis: axis({ type: 'value', name: cost.name, nameLocation: 'middle', nameGap: 30, min: 0, axisLabel: { color: style('--soft'), formatter: (value) => compact.format(value) } }),
      yAxis: axis({ type: 'value', name: withUnit(scale.name, scale.unit), nameTextStyle: { color: style('--soft'), align: 'left' }, scale: true }),
      series: points.map((point) => ({
        name: point.name,
        type: 'scatter',
        symbol: point.look.symbol,
        symbolSize: 15,
        itemStyle: { color: point.look.colour, opacity: 0.9 },
        data: [[point.x, point.y]],
      })),
    });
  }

  function costs() {
    const element = document.getElementById('cost-chart');
    const scale = data.metrics[0];
    const available = COSTS.filter((cost) => data.points.some((point) => point[cost.key]));
    // a single point has nothing to stand beside
    if (!scale || available.length === 0 || data.points.length < 2) {
      element.remove();
      return;
    }
    let draw = () => {};
    const chosen = choice(document.getElementById('cost-choice'), available.map((cost) => cost.name), () => draw());
    draw = chart(element, () => costOption(available[chosen()], scale));
  }

  // --- confusion -------------------------------------------------------------------------------

  function confusionOption(matrix, classes, worst) {
    const names = [...Array(classes).keys()].map(String);
    const legible = classes <= 20;
    const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
    const cell = ([actual, predicted, count]) => ({
      value: [predicted, actual, actual === predicted ? 0 : count, count],
      label: { color: actual !== predicted && count > worst * 0.85 ? '#ffffff' : style('--ink') },
    });
    return base({
      grid: { left: 28, right: 8, top: 8, bottom: 40, containLabel: true },
      tooltip: tooltip({
        formatter: (item) => 'true ' + item.value[1] + ', predicted ' + item.value[0] + ': ' + number(item.value[3]),
      }),
      xAxis: axis({ type: 'category', data: names, name: 'predicted', nameLocation: 'middle', nameGap: 26, axisTick: { show: false }, splitLine: { show: false } }),
      yAxis: axis({ type: 'category', data: names, inverse: true, name: 'true', nameLocation: 'middle', nameGap: 26, axisTick: { show: false }, splitLine: { show: false } }),
      visualMap: { show: false, min: 0, max: worst, dimension: 2, inRange: { color: dark.matches ? ['#1c2026', '#5c3a1e', '#d55e00'] : ['#f6f7f9', '#f3c9a5', '#c65200'] } },
      series: [{
        type: 'heatmap',
        data: matrix.cells.filter((one) => one[2] > 0).map(cell),
        label: { show: legible, fontSize: 11, formatter: (item) => number(item.value[3]) },
        itemStyle: { borderColor: style('--paper'), borderWidth: 1 },
      }],
    });
  }

  function confusion() {
    const grid = document.getElementById('confusion-charts');
    if (!grid) {
      return;
    }
    const cells = data.confusion.flatMap((matrix) => matrix.cells);
    const classes = 1 + Math.max(...cells.map(([actual, predicted]) => Math.max(actual, predicted)));
    // one scale for all methods, so that colours compare
    const worst = Math.max(1e-9, ...cells.filter(([actual, predicted]) => actual !== predicted).map((one) => one[2]));
    data.confusion.forEach((matrix) => {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      const element = document.createElement('div');
      caption.textContent = matrix.method;
      element.className = 'chart';
      element.setAttribute('role', 'img');
      element.setAttribute('aria-label', 'Confusion matrix of ' + matrix.method);
      figure.append(caption, element);
      grid.append(figure);
      chart(element, () => confusionOption(matrix, classes, worst));
    });
  }

  // --- the page --------------------------------------------------------------------------------

  [differences, curves, costs, confusion].forEach((draw) => draw());
  const redraw = () => drawn.forEach((one) => one.draw());
  dark.addEventListener('change', redraw);
  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach((details) => { details.open = true; });
    drawn.forEach((one) => one.instance.resize());
    redraw();
  });
})();
