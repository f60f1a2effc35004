// Draws the charts of Chart.razor with ApexCharts. Colours come from the theme, numbers from the person's culture.
const hues = {
  light: { Indigo: "#4340d2", Teal: "#0f766e", Amber: "#b45309", Sky: "#0369a1", Plum: "#9d2a7d", Gray: "#596275", Green: "#1b6b2a", Red: "#b71b1b" },
  dark: { Indigo: "#a5a3ff", Teal: "#5eead4", Amber: "#fbbf6b", Sky: "#7cc7f5", Plum: "#f0a3d8", Gray: "#a3abbd", Green: "#7fd394", Red: "#ff9a9a" }
};
const letterWidth = 7;
const labelGap = 20;
const redrawAt = 0.2;
const redrawAfter = 150;
let library;
const locales = {};

function load() {
  library ??= new Promise((resolve, reject) => {
    if (window.ApexCharts) {
      resolve(window.ApexCharts);
      return;
    }
    const script = document.createElement("script");
    script.src = new URL("lib/apexcharts.min.js", document.baseURI).href;
    script.onload = () => resolve(window.ApexCharts);
    script.onerror = () => {
      library = undefined;
      reject(new Error("The chart library did not load."));
    };
    document.head.append(script);
  });
  return library;
}

function locale(language) {
  if (language === "en") {
    return Promise.resolve(null);
  }
  locales[language] ??= fetch(new URL(`lib/${language}.json`, document.baseURI)).then(r => r.ok ? r.json() : null).catch(() => null);
  return locales[language];
}

const isDark = () => document.documentElement.dataset.theme === "dark";
const css = (name, otherwise) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;

function formats(d) {
  const share = d.unit === "Percent";
  const full = new Intl.NumberFormat(d.culture, share
    ? { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }
    : { minimumFractionDigits: d.decimals, maximumFractionDigits: d.decimals });
  const short = new Intl.NumberFormat(d.culture, share
    ? { style: "percent", maximumFractionDigits: 1 }
    : { notation: "compact", maximumFractionDigits: 1 });
  const withUnit = text => share || !d.unitText ? text : `${text}\u00a0${d.unitText}`;
  return {
    full: v => v === null || v === undefined ? "–" : withUnit(full.format(v)),
    short: v => v === null || v === undefined ? "" : short.format(v)
  };
}

function standsAlone(values) {
  const known = v => v !== null && v !== undefined;
  return values.some((v, i) => known(v) && !known(values[i - 1]) && !known(values[i + 1]));
}

function seriesOf(d) {
  if (d.kind === "Donut") {
    return d.series[0].values.map(v => v ?? 0);
  }
  const type = { Line: "line", Area: "area", Column: "bar", Stacked: "bar" }[d.kind];
  if (!type) {
    return d.series.map(s => ({ name: s.name, data: d.categories.map((x, i) => ({ x, y: s.values[i] ?? null })) }));
  }
  const now = d.series.map(s => ({ name: s.name, type, data: s.values }));
  const before = d.series.filter(s => s.previous).map(s => ({ name: s.previousName, type: "line", data: s.previous }));
  return [...now, ...before];
}

// The library takes a given undefined for a setting.
function given(options) {
  if (Array.isArray(options)) {
    return options;
  }
  return Object.fromEntries(Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, value !== null && typeof value === "object" ? given(value) : value]));
}

function optionsOf(d, russian, width) {
  const dark = isDark();
  const palette = hues[dark ? "dark" : "light"];
  const number = formats(d);
  const quiet = css("--ink-quiet", dark ? "#a3abbd" : "#596275");
  const line = css("--line", dark ? "#2e3340" : "#e3e6ec");
  const surface = css("--surface", dark ? "#1b1e27" : "#ffffff");
  const donut = d.kind === "Donut";
  const bars = d.kind === "Column" || d.kind === "Stacked";
  const previous = d.series.filter(s => s.previous);
  const now = d.series.map(s => palette[s.color]);
  const partHues = Object.values(palette);
  const labelWidth = letterWidth * Math.max(0, ...d.categories.map(c => c.length)) + labelGap;
  const every = Math.max(1, Math.ceil(d.categories.length * labelWidth / Math.max(width - 80, 160)));
  const single = d.series.length === 1 && previous.length === 0;
  const mixed = previous.length > 0;
  return given({
    chart: {
      type: donut ? "donut" : d.kind === "Heatmap" ? "heatmap" : mixed ? "line" : bars ? "bar" : d.kind === "Area" ? "area" : "line",
      stacked: d.kind === "Stacked",
      height: d.height,
      width: "100%",
      background: "transparent",
      fontFamily: "inherit",
      foreColor: quiet,
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      locales: russian ? [russian] : undefined,
      defaultLocale: russian ? russian.name : undefined
    },
    theme: { mode: dark ? "dark" : "light" },
    series: seriesOf(d),
    labels: donut ? d.categories : undefined,
    colors: donut ? d.categories.map((_, i) => partHues[(partHues.indexOf(now[0]) + i) % partHues.length]) : [...now, ...previous.map(s => bars ? quiet : palette[s.color])],
    stroke: donut ? { width: 1, colors: [surface] } : d.kind === "Heatmap" ? { width: 1, colors: [surface] } : {
      curve: "straight",
      width: [...now.map(() => bars ? 0 : 2.5), ...previous.map(() => 1)]
    },
    fill: d.kind === "Area" ? { type: "solid", opacity: [...now.map(() => 0.16), ...previous.map(() => 1)] } : { type: "solid", opacity: 1 },
    forecastDataPoints: { count: d.lastIncomplete && !donut && d.kind !== "Heatmap" ? 1 : 0, fillOpacity: 0.4, strokeWidth: 2, dashArray: 4 },
    plotOptions: {
      bar: { columnWidth: d.categories.length > 40 ? "90%" : "64%", borderRadius: 2 },
      pie: { donut: { size: "62%" } },
      heatmap: { enableShades: true, shadeIntensity: 0.7 }
    },
    dataLabels: { enabled: donut, formatter: v => new Intl.NumberFormat(d.culture, { style: "percent", maximumFractionDigits: 0 }).format(v / 100) },
    // A line needs two neighbours: what stands alone is a dot.
    markers: { size: bars || donut ? 0 : [...d.series.map(s => s.values), ...previous.map(s => s.previous)].map(v => standsAlone(v) ? 3 : 0), strokeWidth: 0, hover: { size: 4 } },
    grid: { borderColor: line, strokeDashArray: 0, padding: { left: 8, right: 8 } },
    legend: {
      show: donut || !single,
      position: donut ? "bottom" : "top",
      horizontalAlign: "left",
      formatter: escapeText,
      onItemHover: { highlightDataSeries: false }
    },
    xaxis: donut ? {} : {
      type: "category",
      categories: d.kind === "Heatmap" ? undefined : d.categories,
      tickPlacement: bars ? "on" : undefined,
      labels: { rotate: 0, hideOverlappingLabels: false },
      axisBorder: { color: line },
      axisTicks: { show: false },
      tooltip: { enabled: false },
      overwriteCategories: d.kind !== "Heatmap" && every > 1 ? d.categories.map((c, i) => i % every === 0 ? c : "") : undefined
    },
    yaxis: d.kind === "Heatmap" ? {} : {
      min: d.series.some(s => [...s.values, ...(s.previous ?? [])].some(v => v < 0)) ? undefined : 0,
      ...(d.highest ? { max: d.highest, tickAmount: 5 } : { forceNiceScale: true }),
      title: donut || !d.unitText || d.unit === "Percent" ? undefined : { text: d.unitText, style: { fontWeight: 400 } },
      labels: { formatter: number.short }
    },
    tooltip: {
      shared: !donut && d.kind !== "Heatmap",
      intersect: false,
      theme: dark ? "dark" : "light",
      x: { formatter: (value, at) => escapeText(d.categories[at?.dataPointIndex] ?? value) },
      y: { formatter: number.full, title: { formatter: name => `${escapeText(name)}:` } }
    },
    responsive: [{ breakpoint: 480, options: { legend: { position: "bottom" } } }]
  });
}

function escapeText(text) {
  return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}

function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function csvOf(d) {
  const comma = new Intl.NumberFormat(d.culture).formatToParts(1.5).find(p => p.type === "decimal")?.value ?? ".";
  const delimiter = comma === "," ? ";" : ",";
  const quote = text => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const columns = d.series.flatMap(s => s.previous ? [[s.name, s.values], [s.previousName, s.previous]] : [[s.name, s.values]]);
  const rows = [
    ["", ...columns.map(c => c[0])].map(quote),
    ...d.categories.map((c, i) => [quote(c), ...columns.map(([, v]) => v[i] === null || v[i] === undefined ? "" : String(v[i]).replace(".", comma))])
  ];
  return "\ufeff" + rows.map(r => r.join(delimiter)).join("\r\n") + "\r\n";
}

async function pngOf(chart) {
  const { imgURI } = await chart.dataURI({ scale: 2 });
  const image = new Image();
  image.src = imgURI;
  await image.decode();
  const picture = document.createElement("canvas");
  picture.width = image.width;
  picture.height = image.height;
  const pen = picture.getContext("2d");
  pen.fillStyle = css("--surface", isDark() ? "#1b1e27" : "#ffffff");
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(image, 0, 0);
  return new Promise(resolve => picture.toBlob(resolve, "image/png"));
}

/** Draws a chart into an element; what it returns redraws, saves and removes it. */
export async function create(element, description) {
  let d = description;
  const [ApexCharts, russian] = await Promise.all([load(), locale(d.language)]);
  let width = 0;
  let chart;
  let waiting;

  async function draw() {
    chart?.destroy();
    width = element.clientWidth;
    chart = new ApexCharts(element, optionsOf(d, russian, width));
    await chart.render();
  }

  // The library itself follows the width, but with the same labels however narrow it gets.
  const watch = new ResizeObserver(() => {
    const now = element.clientWidth;
    if (now > 0 && Math.abs(now - width) > width * redrawAt) {
      clearTimeout(waiting);
      waiting = setTimeout(draw, redrawAfter);
    }
  });
  await draw();
  watch.observe(element);
  return {
    async update(next) {
      d = next;
      await draw();
    },
    async save(form) {
      if (form === "csv") {
        saveBlob(new Blob([csvOf(d)], { type: "text/csv;charset=utf-8" }), `${d.title}.csv`);
      } else if (form === "png") {
        saveBlob(await pngOf(chart), `${d.title}.png`);
      } else {
        saveBlob(new Blob([new XMLSerializer().serializeToString(element.querySelector("svg"))], { type: "image/svg+xml" }), `${d.title}.svg`);
      }
    },
    dispose() {
      clearTimeout(waiting);
      watch.disconnect();
      chart.destroy();
    }
  };
}
