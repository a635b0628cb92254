const none = { citations: 0, bySection: 0, quotations: 0, notes: 0 };

/**
 * What the page knows: the text's outline as the server sent it once, with figures that change.
 * @returns groups with the place of their first cell, and all cells in one list
 */
export function modelOf(message) {
  const cells = [];
  const passages = new Map();
  const groups = message.outline.groups.map((group, at) => {
    const first = cells.length;
    for (const cell of group.cells) {
      if (!group.isNotes) passages.set(cell.number, cells.length);
      cells.push({
        ...cell,
        isNote: group.isNotes,
        group: at,
        counts: none,
        papers: [],
        words: message.noFigures,
      });
    }
    return { ...group, first, words: '' };
  });
  const model = { cells, groups, passages, papers: [], noFigures: message.noFigures, line: '' };
  change(model, message);
  return model;
}

/** Takes over figures that have changed. @returns the cells and the groups that look different now */
export function change(model, { figures, cleared = [], groups, papers, line }) {
  const cells = [];
  model.papers = papers;
  model.line = line;
  const set = (index, said) => {
    if (!model.cells[index]) return;
    Object.assign(model.cells[index], said);
    cells.push(index);
  };
  for (const index of cleared) set(index, { counts: none, papers: [], words: model.noFigures });
  for (const { cell, counts, papers: by, words } of figures) set(cell, { counts, papers: by, words });
  const changed = [];
  groups.forEach((words, index) => {
    if (!model.groups[index] || model.groups[index].words === words) return;
    model.groups[index].words = words;
    changed.push(index);
  });
  return { cells, groups: changed };
}
