// Turns every figure of the page that carries plot data into a plot that can be hovered and zoomed.
// Without this script the page shows the same plots as pictures, and so does a print.
(() => {
  "use strict";

  const height = 400;
  const nearest = 24; // px within which the cursor finds a marker or a curve that turns back
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const font = "12px 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

  // Tick distances: 1, 2 and 5 times powers of ten.
  const steps = [];
  for (let exponent = -18; exponent <= 18; exponent++) steps.push(...[1, 2, 5].map(digit => +`${digit}e${exponent}`));

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const color = series => darkScheme.matches ? series.darkColor : series.color;
  const hasLine = series => series.style !== "Points";
  const hasMarkers = series => series.style === "Points" || series.style === "LineAndPoints";

  const superscript = n => String(n).replace(/[-0-9]/g, c => c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]);

  function number(value, digits) {
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (size >= 1e6 || size < 1e-3) {
      const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
      const short = String(+mantissa);
      return ((short === "1" ? "" : short + "×") + "10" + superscript(+exponent)).replace("-", "−");
    }
    return String(+value.toPrecision(digits)).replace("-", "−");
  }

  function tickLabels(u, ticks, axis, space, step) {
    if (u.scales[u.axes[axis].scale].distr === 3) return ticks.map(t => t == null ? "" : number(t, 6));
    const largest = Math.max(...ticks.map(Math.abs));
    const exponent = largest >= 1e-4 && largest < 1e6 ? 0 : Math.floor(Math.log10(largest));
    const decimals = Math.max(0, exponent - Math.floor(Math.log10(step) + 1e-9));
    const power = exponent === 0 ? "" : "×10" + superscript(exponent);
    return ticks.map(t => Math.abs(t) < step / 2 ? "0" : (t / 10 ** exponent).toFixed(Math.min(decimals, 12)).replace("-", "−") + power);
  }

  // Every digit of every decade in sight; round linear steps where a zoom leaves too few of them.
  function decadeTicks(u, axis, low, high) {
    const ticks = [];
    for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++)
      for (let digit = 1; digit <= 9; digit++) ticks.push(+`${digit}e${exponent}`);
    const seen = ticks.filter(t => t >= low * (1 - 1e-9) && t <= high * (1 + 1e-9));
    if (seen.length > 2) return seen;
    const step = steps.find(s => s >= (high - low) / 8);
    const linear = [];
    for (let k = Math.ceil(low / step); k * step <= high; k++) linear.push(+(k * step).toPrecision(12));
    return linear;
  }

  // Which of them carry a label: decades, and 2 and 5 or all digits where there is room.
  function labelled(u, ticks, axis) {
    const { bbox } = u, across = u.axes[axis].scale === "x";
    const { min, max } = u.scales[u.axes[axis].scale];
    const decade = (across ? bbox.width : bbox.height) / devicePixelRatio / Math.log10(max / min);
    const room = across ? 40 : 20;
    const digits = decade * Math.log10(10 / 9) > room ? null : decade * Math.log10(5 / 2) > 1.5 * room ? /^[125]$/ : /^1$/;
    return ticks.map(t => ticks.length < 9 || !digits || digits.test(t.toExponential(6).replace(/\.?0*e.*$/, "")) ? t : null);
  }

  // A curve whose x never turns back can be read off at every x between its ends.
  function rising(series) {
    const known = series.x.filter(x => x != null);
    if (known.every((x, i) => i === 0 || x >= known[i - 1])) return series;
    if (!known.every((x, i) => i === 0 || x <= known[i - 1])) return null;
    return { ...series, x: [...series.x].reverse(), y: [...series.y].reverse() };
  }

  // Values of one curve at all x of the plot; null beyond its ends, in its gaps, and where only the nearest point can be read.
  function aligned(series, union) {
    const curve = hasLine(series) ? rising(series) : null;
    if (!curve) return union.map(() => null);
    const { x, y } = curve;
    let i = 0;
    return union.map(at => {
      while (i + 1 < x.length && (x[i + 1] == null || x[i + 1] < at)) i++;
      if (x[i] === at) return y[i];
      const next = i + 1;
      if (next >= x.length || x[i] == null || x[i] > at) return x[next] === at ? y[next] : null;
      if (x[next] === at) return y[next];
      if (y[i] == null || y[next] == null) return null;
      return y[i] + (y[next] - y[i]) * (at - x[i]) / (x[next] - x[i]);
    });
  }

  function nearestPoint(u, series) {
    let best = null, least = nearest;
    for (let i = 0; i < series.x.length; i++) {
      if (series.x[i] == null || series.y[i] == null) continue;
      const distance = Math.hypot(u.valToPos(series.x[i], "x") - u.cursor.left, u.valToPos(series.y[i], "y") - u.cursor.top);
      if (distance < least) [best, least] = [i, distance];
    }
    return best;
  }

  function markerPath(path, shape, x, y, r) {
    const corners = {
      Square: [[-.9, -.9], [.9, -.9], [.9, .9], [-.9, .9]],
      Triangle: [[0, -1.2], [1.1, .8], [-1.1, .8]],
      InvertedTriangle: [[0, 1.2], [1.1, -.8], [-1.1, -.8]],
      Diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
      Cross: [[-.35, -1.2], [.35, -1.2], [.35, -.35], [1.2, -.35], [1.2, .35], [.35, .35],
        [.35, 1.2], [-.35, 1.2], [-.35, .35], [-1.2, .35], [-1.2, -.35], [-.35, -.35]],
    }[shape];
    if (!corners) {
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
      return;
    }
    corners.forEach(([dx, dy], i) => i ? path.lineTo(x + dx * r, y + dy * r) : path.moveTo(x + dx * r, y + dy * r));
    path.closePath();
  }

  // On a logarithmic axis a bar that reaches to zero and below goes on to the frame.
  function barPath(path, u, series, i, x, cap) {
    const low = series.y[i] - series.bars[i], floor = u.bbox.top + u.bbox.height;
    const top = u.valToPos(series.y[i] + series.bars[i], "y", true);
    const bottom = u.scales.y.distr === 3 && low <= 0 ? floor : u.valToPos(low, "y", true);
    for (const end of [top, bottom]) {
      path.moveTo(x - cap, end);
      path.lineTo(x + cap, end);
    }
    path.moveTo(x, top);
    path.lineTo(x, bottom);
  }

  function draw(u, series) {
    const { ctx, bbox } = u, ratio = devicePixelRatio;
    const line = new Path2D(), markers = new Path2D(), bars = new Path2D();
    let pen = false;
    for (let i = 0; i < series.x.length; i++) {
      if (series.x[i] == null || series.y[i] == null) {
        pen = false;
        continue;
      }
      const x = u.valToPos(series.x[i], "x", true), y = u.valToPos(series.y[i], "y", true);
      if (pen) line.lineTo(x, y); else line.moveTo(x, y);
      pen = true;
      if (series.bars?.[i] > 0) barPath(bars, u, series, i, x, 4 * ratio);
      if (hasMarkers(series)) markerPath(markers, series.marker, x, y, 3.6 * ratio);
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.strokeStyle = ctx.fillStyle = color(series);
    if (hasLine(series)) {
      ctx.lineWidth = 1.8 * ratio;
      ctx.lineJoin = "round";
      ctx.setLineDash(series.dash.map(d => d * ratio));
      ctx.stroke(line);
    }
    ctx.lineWidth = 1.2 * ratio;
    ctx.setLineDash([]);
    ctx.stroke(bars);
    ctx.fill(markers);
    ctx.restore();
  }

  function build(holder, plot) {
    const union = [...new Set(plot.series.flatMap(s => s.x.filter((x, i) => x != null && s.y[i] != null)))].sort((a, b) => a - b);
    const data = [union, ...plot.series.map(s => aligned(s, union))];
    const reset = u => u.batch(() => {
      u.setScale("x", { min: plot.x.min, max: plot.x.max });
      u.setScale("y", { min: plot.y.min, max: plot.y.max });
    });
    const axis = which => ({
      label: which.label,
      labelFont: font.replace("12px", "13px"),
      labelSize: 22,
      font,
      stroke: () => css("--muted"),
      grid: { stroke: () => css("--grid"), width: 1 },
      ticks: { stroke: () => css("--rule"), width: 1 },
      values: tickLabels,
      ...(which.log ? { splits: decadeTicks, filter: labelled } : { incrs: steps }),
    });
    const scale = which => ({
      time: false,
      auto: false,
      distr: which.log ? 3 : 1,
      range: (self, min, max) => min == null ? [which.min, which.max] : [min, max],
    });
    const u = new uPlot({
      width: holder.clientWidth,
      height,
      scales: { x: scale(plot.x), y: scale(plot.y) },
      axes: [
        { ...axis(plot.x), size: 36 },
        { ...axis(plot.y), size: (self, labels) => 16 + 7 * Math.max(3, ...(labels ?? []).map(l => l.length)) },
      ],
      series: [
        { label: plot.x.label, value: (self, x) => x == null ? "–" : number(x, 5) },
        ...plot.series.map(series => ({
          label: series.label,
          stroke: () => color(series),
          paths: () => null, // drawn by the hook below, each from its own points
          points: { show: false },
          value: (self, y, index, at) => {
            if (y != null && !series.bars) return number(y, 5);
            const point = at == null ? null : nearestPoint(self, series);
            if (point == null) return y == null ? "–" : number(y, 5);
            return number(series.y[point], 5) + (series.bars?.[point] > 0 ? ` ± ${number(series.bars[point], 2)}` : "");
          },
        })),
      ],
      legend: {
        markers: {
          width: 2.5,
          stroke: (self, i) => i ? color(plot.series[i - 1]) : "transparent",
          fill: () => "transparent",
          dash: (self, i) => !i ? "none" : !hasLine(plot.series[i - 1]) ? "dotted" : plot.series[i - 1].dash.length ? "dashed" : "solid",
        },
      },
      cursor: {
        drag: { x: true, y: true, uni: 40 },
        bind: { dblclick: self => () => { reset(self); return null; } },
      },
      hooks: { drawSeries: [(self, i) => { if (i) draw(self, plot.series[i - 1]); }] },
    }, data, holder);
    reset(u);
    return u;
  }

  function csv(plot) {
    const quoted = text => `"${text.replaceAll('"', '""')}"`;
    const rows = [plot.series.flatMap(s => [quoted(`${s.label}: ${plot.x.label}`), quoted(`${s.label}: ${plot.y.label}`), ...(s.bars ? [quoted(`${s.label}: ±`)] : [])])];
    const longest = Math.max(0, ...plot.series.map(s => s.x.length));
    for (let i = 0; i < longest; i++) rows.push(plot.series.flatMap(s => [s.x[i] ?? "", s.y[i] ?? "", ...(s.bars ? [s.bars[i] ?? ""] : [])]));
    return rows.map(row => row.join(",")).join("\r\n") + "\r\n";
  }

  function link(text, file, href) {
    const a = document.createElement("a");
    a.textContent = text;
    a.download = file;
    a.href = href;
    return a;
  }

  for (const figure of document.querySelectorAll("figure.plot")) {
    const plot = JSON.parse(figure.querySelector("script").textContent);
    const holder = figure.querySelector(".canvas");
    figure.classList.add("live");
    let u = build(holder, plot);
    darkScheme.addEventListener("change", () => {
      u.destroy();
      u = build(holder, plot);
    });
    new ResizeObserver(() => {
      if (holder.clientWidth > 0 && holder.clientWidth !== u.width) u.setSize({ width: holder.clientWidth, height });
    }).observe(holder);

    const hint = document.createElement("span");
    hint.textContent = "Drag to zoom, double-click to reset, click a name to hide its curve.";
    figure.querySelector(".tools").append(
      hint,
      link("SVG", plot.name + ".svg", figure.querySelector(".static").src),
      link("CSV", plot.name + ".csv", URL.createObjectURL(new Blob(["\ufeff", csv(plot)], { type: "text/csv" }))));
  }
})();
