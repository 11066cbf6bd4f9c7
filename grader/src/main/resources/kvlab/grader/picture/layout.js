// Where the lanes are, from top to bottom: the time axis, the band of faults, servers, clients.

export const GUTTER = 124;
export const AXIS = 26;
export const FAULT_ROW = 18;
const MOST_FAULT_ROWS = 4;
const SERVER = {least: 54, most: 104};
export const FEW_CLIENTS = 4;
const CLIENT = {least: 32, most: 50};

export class Layout {
  constructor(record) {
    this.record = record;
    this.faults = packed(record);
    this.band = Math.min(this.rows(), MOST_FAULT_ROWS) * FAULT_ROW + (this.faults.length > 0 ? 8 : 0);
    this.lanes = [];
    this.byPlace = new Map();
    this.allClients = record.clients.length <= FEW_CLIENTS;
  }

  rows() {
    return Math.max(0, ...this.faults.map((fault) => fault.row + 1));
  }

  /** Places the lanes for a canvas of this height; they may need more. */
  arrange(available, focus) {
    const clients = this.allClients ? this.record.clients : this.record.clients.filter((place) => focus.has(place));
    const top = AXIS + this.band;
    const least = this.record.servers.length * SERVER.least + clients.length * CLIENT.least;
    const stretch = Math.max(1, (available - top - 6) / Math.max(least, 1));
    let y = top;
    const place = (places, {least: low, most}, server) => places.map((each) => {
      const lane = {place: each, server, y, height: Math.floor(Math.min(most, low * stretch))};
      y += lane.height;
      return lane;
    });
    this.lanes = [...place(this.record.servers, SERVER, true), ...place(clients, CLIENT, false)];
    this.byPlace = new Map(this.lanes.map((lane) => [lane.place, lane]));
    this.height = y + 6;
  }

  /** The height of the line at which a lane's messages begin and end, or null if it has no lane. */
  lineOf(place) {
    const lane = this.byPlace.get(place);
    return lane ? lane.y + (lane.server ? 20 : 18) : null;
  }
}

/** The faults with the rows in which they lie side by side. */
function packed(record) {
  const ends = [];
  return record.faults.map(([begin, end, text]) => {
    const t0 = record.time[begin];
    const t1 = end >= 0 ? record.time[end] : end === -1 ? record.end : t0;
    let row = ends.findIndex((until) => until <= t0);
    row = row < 0 ? ends.length : row;
    ends[row] = Math.max(t1, t0 + 1e-4);
    return {begin, end, text, t0, t1, row: Math.min(row, MOST_FAULT_ROWS - 1), isPoint: end === -2};
  });
}
