// The time axis, and the band of faults below it.
import {AXIS, FAULT_ROW} from './layout.js';
import {BOLD, SMALL} from './theme.js';

/** The times over what was drawn there, and `grid` lines through all lanes before. */
export function drawAxis(c, {view, theme, layout, scroll, height, width}, grid) {
  const [t0, t1] = view.window();
  const ticks = d3.ticks(t0, t1, Math.max(2, Math.floor(view.span() / 110)));
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : t1 - t0;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  if (grid) {
    c.strokeStyle = theme.line;
    c.lineWidth = 1;
    c.beginPath();
    for (const tick of ticks) {
      const x = Math.round(view.x(tick)) + 0.5;
      c.moveTo(x, AXIS - 6);
      c.lineTo(x, Math.min(height, layout.height - scroll));
    }
    c.stroke();
    return;
  }
  c.fillStyle = theme.page;
  c.fillRect(0, 0, width, AXIS - 6);
  c.fillStyle = theme.quiet;
  c.font = SMALL;
  c.textAlign = 'center';
  for (const tick of ticks.filter((each) => view.x(each) > view.gutter + 16)) {
    c.fillText(tick.toFixed(decimals) + ' s', view.x(tick), AXIS - 10);
  }
  c.textAlign = 'left';
}

export function drawFaults(c, picture) {
  const {view, theme, layout, targets, width} = picture;
  c.font = SMALL;
  for (const fault of layout.faults) {
    const x0 = Math.max(view.x(fault.t0), view.gutter - 2);
    const x1 = Math.min(fault.isPoint ? view.x(fault.t0) + 6 : view.x(fault.t1), width + 2);
    if (x1 < view.gutter || x0 > width) {
      continue;
    }
    const y = AXIS + 3 + fault.row * FAULT_ROW;
    const wide = Math.max(3, x1 - x0);
    c.globalAlpha = 0.22;
    c.fillStyle = theme.fault;
    c.fillRect(x0, y, wide, FAULT_ROW - 3);
    c.globalAlpha = 1;
    c.strokeStyle = theme.fault;
    c.lineWidth = 1;
    c.strokeRect(x0 + 0.5, y + 0.5, wide - 1, FAULT_ROW - 4);
    targets.box(x0, y, x0 + wide, y + FAULT_ROW, fault.begin);
    drawWithin(c, theme, fault.text, x0 + 5, y + 11, fault.isPoint ? 160 : x1 - x0 - 8);
  }
}

/** A text, if its beginning has room; what has none is cut off. */
function drawWithin(c, theme, text, x, y, room) {
  if (room < 24) {
    return;
  }
  c.save();
  c.beginPath();
  c.rect(x, y - 12, room, 16);
  c.clip();
  c.fillStyle = theme.ink;
  c.fillText(text, x, y);
  c.restore();
}

/** The names of the faults' rows, left of them. */
export function drawFaultTitle(c, {theme, layout}) {
  if (layout.faults.length > 0) {
    c.font = BOLD;
    c.fillStyle = theme.fault;
    c.fillText('faults', 12, AXIS + 14);
  }
}
