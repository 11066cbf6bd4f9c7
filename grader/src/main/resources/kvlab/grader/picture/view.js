// The part of the time axis that is seen, zoomed and moved by d3.

const NEAREST = 20e-6; // seconds: nothing in a schedule is closer than some microseconds

export class View {
  /** `moved` is called after each change. */
  constructor(canvas, record, gutter, moved) {
    this.canvas = d3.select(canvas);
    this.gutter = gutter;
    const margin = Math.max((record.end - record.begin) * 0.02, 1e-3);
    this.first = record.begin - margin;
    this.last = record.end + margin;
    this.transform = d3.zoomIdentity;
    this.zoom = d3.zoom()
      .filter((event) => !event.ctrlKey || event.type === 'wheel')
      .on('zoom', (event) => {
        this.transform = event.transform;
        moved();
      });
    this.resize(800, 600);
    this.canvas.call(this.zoom).on('dblclick.zoom', null);
    this.canvas.on('wheel.pan', (event) => this.sideways(event), {capture: true});
  }

  /** A wheel that turns sideways moves; d3 zooms with one that turns up or down. */
  sideways(event) {
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.move((event.deltaX || event.deltaY) / this.span());
    }
  }

  span() {
    return this.width - this.gutter;
  }

  resize(width, height) {
    const [t0, t1] = this.width ? this.window() : [this.first, this.last];
    this.width = width;
    const extent = [[this.gutter, 0], [width, height]];
    this.zoom.extent(extent).translateExtent(extent).scaleExtent([1, Math.max(2, (this.last - this.first) / NEAREST)]);
    this.show(t0, t1);
  }

  base(time) {
    return this.gutter + (time - this.first) / (this.last - this.first) * this.span();
  }

  x(time) {
    return this.transform.applyX(this.base(time));
  }

  timeAt(x) {
    return this.first + (this.transform.invertX(x) - this.gutter) / this.span() * (this.last - this.first);
  }

  window() {
    return [this.timeAt(this.gutter), this.timeAt(this.width)];
  }

  /** Shows the time between two, at once or with a short movement. */
  show(t0, t1, slowly = false) {
    const from = Math.max(t0, this.first);
    const to = Math.max(Math.min(t1, this.last), from + NEAREST);
    const k = (this.last - this.first) / (to - from);
    const transform = d3.zoomIdentity.translate(this.gutter - k * this.base(from), 0).scale(k);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    (slowly && !calm ? this.canvas.transition().duration(250) : this.canvas).call(this.zoom.transform, transform);
  }

  /** Shows a time, which stays where it is if it is seen already. */
  reveal(time) {
    const [t0, t1] = this.window();
    const edge = (t1 - t0) * 0.04;
    if (time < t0 + edge || time > t1 - edge) {
      this.show(time - (t1 - t0) / 2, time + (t1 - t0) / 2, true);
    }
  }

  /** Makes what is seen so many times larger, around a time. */
  scale(factor, time) {
    const x = Math.min(Math.max(this.x(time), this.gutter), this.width);
    this.canvas.call(this.zoom.scaleBy, factor, [x, 0]);
  }

  /** Moves by a part of what is seen. */
  move(part) {
    this.canvas.call(this.zoom.translateBy, -part * this.span() / this.transform.k, 0);
  }
}
