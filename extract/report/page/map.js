// The map: points by type, size by toll, precision by outline. Many points of
// one spot are one cluster. What the map shows, the table says.
import { EVENT_TYPES } from "./data.js";
import { outlines, project } from "./world.js";

const CLUSTER_FROM = 1500; // points in view

/** createMap draws some of the incidents on a canvas; choose is called with the one that was picked. */
export function createMap(canvas, world, incidents, choose) {
  const land = outlines(world);
  const context = canvas.getContext("2d");
  const view = { x: 0.5, y: 0.42, scale: 300 };
  const all = incidents.filter((n) => n.lat !== undefined && n.lon !== undefined).map(pointOf).sort((a, b) => b.deaths - a.deaths || a.incident.index - b.incident.index);
  let points = all;
  let drawn = [];
  let selected = null;
  let pending = false;
  const ground = document.createElement("canvas"); // sea and land: a filter leaves them as they are
  let grounded = "";
  let colours = coloursOf(canvas);

  function redraw() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      draw();
    });
  }

  function resize() {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    canvas.height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    draw(); // at once: a canvas of a new size is empty
  }

  function draw() {
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.width / ratio;
    const height = canvas.height / ratio;
    drawGround(ratio, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(ground, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawn = placed(width, height);
    for (const d of drawn) drawPoint(d);
  }

  /** drawGround draws sea and land, unless they stand as they were. */
  function drawGround(ratio, width, height) {
    const key = [view.x, view.y, view.scale, canvas.width, canvas.height, ratio, colours.sea].join();
    if (key === grounded) return;
    grounded = key;
    ground.width = canvas.width;
    ground.height = canvas.height;
    const c = ground.getContext("2d");
    c.fillStyle = colours.sea;
    c.fillRect(0, 0, ground.width, ground.height);
    c.setTransform(view.scale * ratio, 0, 0, view.scale * ratio, (width / 2 - view.x * view.scale) * ratio, (height / 2 - view.y * view.scale) * ratio);
    c.fillStyle = colours.land;
    c.fill(land);
    c.strokeStyle = colours.border;
    c.lineWidth = 0.7 / view.scale;
    c.stroke(land);
  }

  /** placed returns what is in view: points, or clusters of a cell where they are many. */
  function placed(width, height) {
    const out = [];
    for (const p of points) {
      p.x = (p.east - view.x) * view.scale + width / 2;
      p.y = (p.south - view.y) * view.scale + height / 2;
      if (p.x >= -30 && p.y >= -30 && p.x <= width + 30 && p.y <= height + 30) out.push(p);
    }
    return out.length > CLUSTER_FROM ? clusters(out) : out;
  }

  function drawPoint(d) {
    context.beginPath();
    context.arc(d.x, d.y, d.radius, 0, 2 * Math.PI);
    context.globalAlpha = d.precision === 3 ? 0.25 : 0.65;
    context.fillStyle = colours.types[d.type];
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash(d.precision === 1 ? [] : d.precision === 2 ? [4, 2] : [1.5, 3]);
    context.lineWidth = d.incident === selected ? 3 : 1.2;
    context.strokeStyle = d.incident === selected ? colours.text : colours.types[d.type];
    context.stroke();
    context.setLineDash([]);
    if (d.count > 1) {
      context.font = "600 11px system-ui, sans-serif";
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineWidth = 3;
      context.strokeStyle = colours.land; // a rim, whatever colour is behind
      context.strokeText(String(d.count), d.x, d.y);
      context.fillStyle = colours.text;
      context.fillText(String(d.count), d.x, d.y);
    }
  }

  function at(x, y) {
    let best = null;
    let least = 14;
    for (const d of drawn) {
      const far = Math.hypot(d.x - x, d.y - y) - d.radius;
      if (far < least) {
        least = far;
        best = d;
      }
    }
    return best;
  }

  function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const before = [(x - canvas.clientWidth / 2) / view.scale + view.x, (y - canvas.clientHeight / 2) / view.scale + view.y];
    view.scale = Math.max(150, Math.min(200000, view.scale * factor));
    view.x = before[0] - (x - canvas.clientWidth / 2) / view.scale;
    view.y = before[1] - (y - canvas.clientHeight / 2) / view.scale;
    redraw();
  }

  function pan(dx, dy) {
    view.x = Math.max(0, Math.min(1, view.x + dx / view.scale));
    view.y = Math.max(0, Math.min(1, view.y + dy / view.scale));
    redraw();
  }

  /** fit moves the map to where the points are. */
  function fit() {
    const width = canvas.clientWidth || 600;
    const height = canvas.clientHeight || 400;
    if (points.length === 0) {
      Object.assign(view, { x: 0.5, y: 0.42, scale: Math.max(width, 1.2 * height) });
      return redraw();
    }
    const xs = points.map((p) => p.east).sort((a, b) => a - b);
    const ys = points.map((p) => p.south).sort((a, b) => a - b);
    const low = Math.floor(points.length * 0.02);
    const high = points.length - 1 - low;
    view.x = (xs[low] + xs[high]) / 2;
    view.y = (ys[low] + ys[high]) / 2;
    view.scale = Math.min(0.8 * Math.min(width / Math.max(1e-9, xs[high] - xs[low]), height / Math.max(1e-9, ys[high] - ys[low])), 12000);
    view.scale = Math.max(view.scale, 0.8 * Math.min(width, height));
    redraw();
  }

  listen(canvas, { zoom, pan, fit, at, choose });
  new ResizeObserver(resize).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = coloursOf(canvas);
    redraw();
  });
  resize();

  return {
    fit,
    zoom,
    show(some) {
      const shown = new Set(some);
      points = all.filter((p) => shown.has(p.incident));
      redraw();
    },
    select(incident) {
      selected = incident;
      redraw();
    },
    shown: () => drawn,
    redraw,
  };
}

/** coloursOf returns the colours of the style sheet: asking for them makes the page work out its style. */
function coloursOf(canvas) {
  const style = getComputedStyle(canvas);
  const colour = (name) => style.getPropertyValue(name).trim();
  return { sea: colour("--sea"), land: colour("--land"), border: colour("--border"), text: colour("--text"), types: EVENT_TYPES.map((_, i) => colour(`--type-${i}`)) };
}

/** pointOf returns where an incident lies, on a map that is 1 wide and, when it was drawn, on the screen. */
function pointOf(incident) {
  const [east, south] = project(incident.lon, incident.lat);
  const { deaths = 0, precision } = incident;
  return { east, south, x: 0, y: 0, radius: radiusOf(deaths), count: 1, deaths, type: Math.max(0, EVENT_TYPES.indexOf(incident.type)), precision, incident };
}

function radiusOf(deaths) {
  return deaths ? Math.min(26, 4 + 1.6 * Math.sqrt(deaths)) : 4;
}

/** clusters makes one point of those that lie in one cell of the screen. */
export function clusters(points, size = 36) {
  const cells = new Map();
  for (const p of points) {
    const key = Math.floor(p.x / size) * 4096 + Math.floor(p.y / size);
    const c = cells.get(key);
    if (!c) cells.set(key, { ...p, sumX: p.x, sumY: p.y });
    else {
      c.count += 1;
      c.sumX += p.x;
      c.sumY += p.y;
    }
  }
  return [...cells.values()].map((c) => ({ ...c, x: c.sumX / c.count, y: c.sumY / c.count, radius: c.count === 1 ? c.radius : Math.min(size / 2, 8 + 2 * Math.log2(c.count)), precision: c.count === 1 ? c.precision : 1 }));
}

/** listen makes the map move by mouse, finger, wheel and key. */
function listen(canvas, { zoom, pan, fit, at, choose }) {
  const down = new Map();
  let moved = 0;
  canvas.addEventListener("pointerdown", (e) => {
    canvas.setPointerCapture(e.pointerId);
    down.set(e.pointerId, e);
    moved = 0;
  });
  canvas.addEventListener("pointermove", (e) => {
    const before = down.get(e.pointerId);
    if (!before) {
      canvas.style.cursor = at(e.offsetX, e.offsetY) ? "pointer" : "grab";
      return;
    }
    const others = [...down.values()].filter((o) => o.pointerId !== e.pointerId);
    if (others.length === 1) {
      const o = others[0];
      const was = Math.hypot(before.offsetX - o.offsetX, before.offsetY - o.offsetY);
      const is = Math.hypot(e.offsetX - o.offsetX, e.offsetY - o.offsetY);
      if (was > 0) zoom(is / was, (e.offsetX + o.offsetX) / 2, (e.offsetY + o.offsetY) / 2);
    } else pan(before.offsetX - e.offsetX, before.offsetY - e.offsetY);
    moved += Math.hypot(before.offsetX - e.offsetX, before.offsetY - e.offsetY);
    down.set(e.pointerId, e);
  });
  canvas.addEventListener("pointerup", (e) => {
    down.delete(e.pointerId);
    const d = moved < 5 ? at(e.offsetX, e.offsetY) : null;
    if (!d) return;
    if (d.count > 1) zoom(2.5, d.x, d.y);
    else choose(d.incident);
  });
  canvas.addEventListener("pointercancel", (e) => down.delete(e.pointerId));
  canvas.addEventListener("wheel", (e) => {
    e.preventDefault();
    zoom(Math.exp(-e.deltaY / 400), e.offsetX, e.offsetY);
  }, { passive: false });
  canvas.addEventListener("keydown", (e) => {
    const act = { ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60), "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: fit }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
}
