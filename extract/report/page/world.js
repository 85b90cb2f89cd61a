// The outlines of the world: Natural Earth at 1:50 million, rounded to a
// fourteenth of a degree. Mercator, so that a region looks as it does on
// other maps.

/** project returns where a point lies on a map that is 1 wide. */
export function project(longitude, latitude) {
  const lat = Math.max(-85, Math.min(85, latitude)) * (Math.PI / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI)];
}

/** outlines returns a path of all countries on the map that is 1 wide. */
export function outlines(world) {
  const arcs = world.arcs.map((flat) => {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      points.push(project(x / world.scale, y / world.scale));
    }
    return points;
  });
  const path = new Path2D();
  for (const country of world.countries) for (const ring of country) addRing(path, ring, arcs);
  return path;
}

/** addRing adds one outline; one that crosses the date line goes on beyond the edge. */
function addRing(path, ring, arcs) {
  let before;
  for (const index of ring) {
    const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
    for (const [at, y] of arc) {
      const x = before === undefined ? at : at + Math.round(before - at);
      if (before === undefined) path.moveTo(x, y);
      else path.lineTo(x, y);
      before = x;
    }
  }
  path.closePath();
}
