const sides = ['base', 'text'];

/**
 * The rows of two texts: those that the server sent, with what a person has changed since. A row names paragraphs of each side by
 * number, in order; every paragraph is in one row.
 */
export class Rows {
  constructor() {
    this.known = [];
    /** Rows that a person made, the newest last. Each takes the place of whatever had its paragraphs. */
    this.drafts = [];
    this.all = [];
  }

  /** Takes over what the server knows. Drafts that it has as confirmed are no drafts any more. */
  show(groups) {
    this.known = groups;
    const confirmed = new Set(groups.filter(({ state }) => state === 'confirmed').map(idOf));
    this.drafts = this.drafts.filter((draft) => !(draft.state === 'confirmed' && confirmed.has(idOf(draft))));
    this.arrange();
  }

  /** Whether a person has made rows that are not confirmed. */
  get hasChanges() {
    return this.drafts.some(({ state }) => state === 'changed');
  }

  /** Gives up what has not been confirmed. */
  forgetChanges() {
    this.drafts = this.drafts.filter(({ state }) => state !== 'changed');
    this.arrange();
  }

  /** Gives up what was confirmed and was not written, or was taken back; what has only been changed stays. */
  forgetConfirmed() {
    this.drafts = this.drafts.filter(({ state }) => state === 'changed');
    this.arrange();
  }

  /** Whether somebody should look at a row. */
  isOpen(at) {
    const state = this.all[at]?.state;
    return state !== undefined && state !== 'certain' && state !== 'confirmed';
  }

  get openCount() {
    return this.all.filter((_, at) => this.isOpen(at)).length;
  }

  /** The next row from `at` on that somebody should look at, from the beginning again behind the last. -1: there is none. */
  nextOpen(at) {
    for (let step = 0; step < this.all.length; step++) {
      const index = (at + step) % this.all.length;
      if (this.isOpen(index)) return index;
    }
    return -1;
  }

  /** Confirms a row as it stands. @returns the groups to be written */
  confirm(at) {
    return this.put([{ ...this.all[at], state: 'confirmed' }]);
  }

  /** Confirms that nothing corresponds to what a row has on each side. @returns the groups to be written */
  nothing(at) {
    const row = this.all[at];
    const alone = sides
      .filter((side) => row[side].length > 0)
      .map((side) => ({ base: [], text: [], [side]: row[side], state: 'confirmed' }));
    return this.put(alone);
  }

  /** Puts a row and the next one together. */
  join(at) {
    const [row, next] = [this.all[at], this.all[at + 1]];
    if (!next) return false;
    this.put([{ base: [...row.base, ...next.base], text: [...row.text, ...next.text], state: 'changed' }]);
    return true;
  }

  /** Parts a row: its first paragraphs stay together, each other one goes with the one of the other side, as far as there are any. */
  part(at) {
    const row = this.all[at];
    const count = Math.max(row.base.length, row.text.length);
    if (count + Math.min(row.base.length, row.text.length) < 2) return false;
    if (count === 1) {
      this.put(sides.map((side) => ({ base: [], text: [], [side]: row[side], state: 'changed' })));
      return true;
    }
    const parts = Array.from({ length: count }, (_, index) => ({
      base: row.base.slice(index, index + 1),
      text: row.text.slice(index, index + 1),
      state: 'changed',
    }));
    this.put(parts);
    return true;
  }

  /** Moves the border of a side down, so that the row takes the next paragraph; or up, so that it gives its last one. */
  moveBorder(at, side, isDown) {
    const [row, next] = [this.all[at], this.all[at + 1]];
    if (!row || (isDown && !next)) return false;
    const [own, others] = [row[side], next?.[side] ?? []];
    if (isDown ? others.length === 0 : own.length === 0) return false;
    const [upper, lower] = isDown
      ? [[...own, ...others.slice(0, 1)], others.slice(1)]
      : [own.slice(0, -1), [...own.slice(-1), ...others]];
    const changed = [
      { ...row, [side]: upper, state: 'changed' },
      { base: [], text: [], ...next, [side]: lower, state: 'changed' },
    ];
    this.put(changed.filter(({ base, text }) => base.length + text.length > 0));
    return true;
  }

  put(drafts) {
    const own = drafts.map(({ base, text, state }) => ({ base: sorted(base), text: sorted(text), state }));
    for (const draft of own) {
      this.drafts = this.drafts.flatMap((other) => without(other, draft));
      this.drafts.push(draft);
    }
    this.arrange();
    return own.map(({ base, text }) => ({ base, text }));
  }

  arrange() {
    let rows = this.known;
    for (const draft of this.drafts) {
      const first = rows.findIndex((row) => shares(row, draft));
      const kept = rows.flatMap((row, at) => (at === first ? [draft, ...without(row, draft)] : without(row, draft)));
      rows = first < 0 ? rows : kept;
    }
    this.all = inOrder(rows);
  }
}

function sorted(numbers) {
  return [...numbers].sort((a, b) => a - b);
}

function idOf({ base, text }) {
  return `${base.join('+')}–${text.join('+')}`;
}

function shares(row, other) {
  return sides.some((side) => row[side].some((number) => other[side].includes(number)));
}

/** What is left of a row without the paragraphs of another: nobody has said anything of that. */
function without(row, other) {
  if (!shares(row, other)) return [row];
  const base = row.base.filter((number) => !other.base.includes(number));
  const text = row.text.filter((number) => !other.text.includes(number));
  return base.length + text.length === 0 ? [] : [{ base, text, state: 'open' }];
}

/** In the order of the base; what only the other text has stands behind what it has before it. */
function inOrder(rows) {
  const ordered = rows.filter(({ base }) => base.length > 0).sort((a, b) => a.base[0] - b.base[0]);
  const behind = new Map();
  let before;
  for (const row of rows.filter(({ text }) => text.length > 0).sort((a, b) => a.text[0] - b.text[0]))
    if (row.base.length > 0) before = row;
    else behind.set(before, [...(behind.get(before) ?? []), row]);
  return [undefined, ...ordered].flatMap((row) => [...(row ? [row] : []), ...(behind.get(row) ?? [])]);
}
