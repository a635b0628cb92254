/** Runs in the page: opens editors for the files of a study, by the recipe of docs/editors.md. */
import { connect, openFile } from 'recipe';

const views = {};
const handlers = new Set();

const transport = {
  send: (message) => globalThis.sendToServer(message),
  subscribe: (handler) => handlers.add(handler),
  unsubscribe: (handler) => handlers.delete(handler),
};

globalThis.receive = (message) => {
  for (const handler of handlers) handler(message);
};

globalThis.openStudy = async (root, files) => {
  const client = connect(transport, root);
  await client.initializing;
  for (const [path, text] of Object.entries(files)) {
    const parent = document.createElement('div');
    parent.id = path.replace(/\W/g, '-');
    document.body.append(parent);
    const uri = `${root}/${path}`;
    views[path] = openFile(client, uri, text, parent);
  }
};

globalThis.textOf = (path) => views[path].state.doc.toString();

globalThis.lineOf = (path) => {
  const { doc, selection } = views[path].state;
  return doc.lineAt(selection.main.head).number;
};

globalThis.goTo = (path, words) => {
  const view = views[path];
  view.focus();
  view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(words) + 1 } });
};

/** The middle of some words on the screen. */
globalThis.middleOf = (path, words) => {
  const view = views[path];
  const at = view.state.doc.toString().indexOf(words) + 2;
  const { left, top, bottom } = view.coordsAtPos(at);
  return { x: left + 1, y: (top + bottom) / 2 };
};
