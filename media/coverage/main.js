import { element, filled, returnFocus } from './dom.js';
import { Filters } from './filters.js';
import { change, modelOf } from './model.js';
import { Picture } from './picture.js';
import { Table } from './table.js';

const vscode = acquireVsCodeApi();
const find = (id) => document.getElementById(id);
const words = JSON.parse(find('words').textContent);
/** What is remembered while the page is hidden or VS Code is closed. */
let state = { view: 'picture', cell: 0, sort: { column: 0, down: false }, ...vscode.getState() };
let model;

function remember(more) {
  state = { ...state, ...more };
  vscode.setState(state);
}

function open(index) {
  const { isNote, number } = model.cells[index];
  vscode.postMessage({ type: 'open', cell: { isNote, number } });
}

const picture = new Picture(find('picture'), {
  words,
  onEnter: open,
  onShow: (index) => showDetails(index),
  onJump: (number, found) => {
    find('jump').textContent = filled(found ? words.jumped : words.noSuch, number);
  },
});
const table = new Table(find('table'), { words, onEnter: open, onSort: (sort) => remember({ sort }) });
const filters = new Filters(find('filters'), {
  words,
  onSource: (key) => vscode.postMessage({ type: 'source', key }),
  onFilter: (filter) => vscode.postMessage({ type: 'filter', filter }),
});
picture.current = state.cell;
table.sort = state.sort;

for (const name of ['picture', 'table'])
  find(`show-${name}`).addEventListener('click', () => {
    remember({ view: name });
    showView();
  });

function showView() {
  const isEmpty = !model || model.cells.length === 0;
  for (const name of ['picture', 'table']) {
    find(name).hidden = state.view !== name || isEmpty;
    find(`show-${name}`).setAttribute('aria-pressed', String(state.view === name));
  }
  find('legend').hidden = state.view !== 'picture' || isEmpty;
  find('details').hidden = state.view !== 'picture' || isEmpty;
  if (state.view === 'table' && model && table.model !== model) table.draw(model);
}

/** Number, sections, gist, counts and papers of a cell. */
function showDetails(index) {
  const cell = model?.cells[index];
  if (!cell) return;
  if (picture.current !== state.cell) remember({ cell: picture.current });
  const papers = cell.papers.map((paper) => model.papers[paper]?.title ?? '').join(', ');
  find('details').replaceChildren(
    element('p', { class: 'where' }, element('strong', {}, cell.label), ` ${cell.trail}`),
    element('p', { class: 'gist' }, cell.text),
    element('p', { class: 'counts' }, cell.words),
    // Behind the counts they would be read as the papers of the last of them, which may be notes.
    element('p', { class: 'counts' }, papers === '' ? '' : filled(words.inPapers, papers)),
  );
}

/** What changes with every answer, the text apart. */
function showFrame(message) {
  find('title').textContent = message.line;
  find('totals').textContent = message.totals;
  find('empty').textContent = message.empty ?? '';
  find('empty').hidden = message.empty === null;
  filters.show(message);
}

function showText(message) {
  model = modelOf(message);
  picture.draw(model);
  table.model = undefined;
  showFrame(message);
  showView();
  showDetails(picture.current);
}

function showChange(message) {
  const changed = change(model, message);
  for (const index of changed.cells) {
    picture.update(index);
    if (table.model === model) table.fill(index);
  }
  for (const index of changed.groups) picture.updateGroup(index);
  showFrame(message);
  if (changed.cells.includes(picture.current)) showDetails(picture.current);
}

function showNothing({ text }) {
  model = undefined;
  find('title').textContent = words.coverage;
  find('totals').textContent = '';
  find('empty').textContent = text;
  find('empty').hidden = false;
  showView();
}

window.addEventListener('message', ({ data: message }) => {
  if (message.remember) remember(message.remember);
  if (message.type === 'text') showText(message);
  if (message.type === 'change' && model) showChange(message);
  if (message.type === 'nothing') showNothing(message);
  document.body.dataset.state = model ? 'text' : 'nothing';
});
/** Where there is little room what is looked at comes first, for the eye and for the Tab key, and what filters it after it. */
function arrange({ matches }) {
  if (matches) find('details').before(find('legend'), find('filters'));
  else find('empty').before(find('filters'));
  if (!matches) find('picture').before(find('legend'));
}

const littleRoom = window.matchMedia('(max-width: 420px), (max-height: 480px)');
littleRoom.addEventListener('change', arrange);
arrange(littleRoom);
showView();
returnFocus((last) => last.focus({ preventScroll: true }));
vscode.postMessage({ type: 'ready' });
