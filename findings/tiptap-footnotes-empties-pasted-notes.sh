#!/usr/bin/env bash
# A paragraph that is cut and pasted in an editor with tiptap-footnotes has an empty note: its words are nowhere.
#
# Tool:    tiptap-footnotes 3.0.1 with @tiptap/core 3.35.0 and @tiptap/starter-kit 3.35.0, set up as its page says, in jsdom 26.1.0; what is
#          cut is what the editor itself puts into the clipboard, and it is pasted by the editor's own pasteHTML.
# Guess:   notes follow their marks: numbers go by the order of the marks when a paragraph is moved in one step; cut and pasted it
#          keeps its note's words, copied it gets a note of its own with the same words; a note with two marks stays one note.
# Seen:    moved in one step it is right. Cut and pasted, the mark is there and its note is empty; copied, the copy's note is. Undoing the
#          cut brings the words back, pasting never. A note with two marks stands twice as soon as a mark anywhere is put in or taken out.
# Matters: to move a paragraph by cut and paste is what everybody does; the source it names is lost, and the number at the mark hides it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund jsdom@26.1.0 tiptap-footnotes@3.0.1 @tiptap/core@3.35.0 @tiptap/pm@3.35.0 \
  @tiptap/starter-kit@3.35.0 @tiptap/extension-document@3.35.0 @tiptap/extension-list@3.35.0 @tiptap/extension-list-item@3.35.0 \
  @tiptap/extension-ordered-list@3.35.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><div id="editor"></div>', { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document, requestAnimationFrame: (run) => setTimeout(run) });
for (const name of ['DOMParser', 'Node', 'HTMLElement', 'Element', 'MutationObserver', 'getComputedStyle', 'innerHeight']) globalThis[name] = window[name];
globalThis.navigator ??= window.navigator;
globalThis.ClipboardEvent = class extends window.Event {};
window.document.elementFromPoint = () => null;
window.Range.prototype.getClientRects = () => [];
window.Range.prototype.getBoundingClientRect = () => ({ top: 0, left: 0, right: 0, bottom: 0 });
const { Editor } = await import('@tiptap/core');
const { default: StarterKit } = await import('@tiptap/starter-kit');
const { default: Document } = await import('@tiptap/extension-document');
const { Footnote, FootnoteReference, Footnotes } = await import('tiptap-footnotes');

const extensions = [StarterKit.configure({ document: false }), Document.extend({ content: 'block+ footnotes?' }), Footnotes, Footnote, FootnoteReference];
const mark = (id, number) => `<sup id="fnref:${number}"><a class="footnote-ref" data-id="${id}" href="#fn:${number}" data-reference-number="${number}">${number}</a></sup>`;
const note = (id, number, words) => `<li id="fn:${number}" data-id="${id}"><p>${words}</p></li>`;
const paper = `<p>A lamp${mark('a', 1)} burns.</p><p>A boat${mark('b', 2)} floats.</p><p>So it is.</p><ol class="footnotes">${note('a', 1, 'Of oil.')}${note('b', 2, 'Of wood.')}</ol>`;
const twice = `<p>A lamp${mark('a', 1)} burns, a lamp${mark('a', 1)}.</p><p>A boat.</p><ol class="footnotes">${note('a', 1, 'Of oil.')}</ol>`;
const open = (content) => new Editor({ element: document.querySelector('#editor'), extensions, content });
const read = (node) => {
  if (node.isText) return node.text;
  if (node.type.name === 'footnoteReference') return `[${node.attrs.referenceNumber}]`;
  const words = node.content.content.map(read).join('');
  return node.type.name === 'footnote' ? `(${node.attrs.id} ${words || '–'}) ` : node.isTextblock ? `${words} ` : words;
};
const show = (name, editor) => {
  console.log(`${name} | ${read(editor.state.doc).trim()}`);
  return editor;
};
const select = (editor, index) => {
  const { doc } = editor.state;
  const start = doc.content.content.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  editor.commands.setTextSelection({ from: start + 1, to: start + doc.child(index).nodeSize - 1 });
  return editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML;
};
const pasteAtEnd = (editor, index, clipboard) => {
  select(editor, index);
  editor.commands.setTextSelection(editor.state.selection.to);
  editor.view.pasteHTML(clipboard);
};

const moved = show('as it was', open(paper));
const [first, second] = moved.state.doc.content.content;
moved.view.dispatch(moved.state.tr.delete(0, first.nodeSize).insert(second.nodeSize, first));
show('moved in one step', moved);

const cut = open(paper);
const clipboard = select(cut, 0);
cut.commands.deleteSelection();
show('cut', cut);
pasteAtEnd(cut, 2, clipboard);
show('cut and pasted', cut);

const undone = open(paper);
select(undone, 0);
undone.commands.deleteSelection();
undone.commands.undo();
show('cut and undone', undone);

const copied = open(paper);
pasteAtEnd(copied, 2, select(copied, 0));
show('copied and pasted', copied);

const shared = show('two marks of one note', open(twice));
select(shared, 1);
shared.commands.setTextSelection(shared.state.selection.to);
shared.commands.addFootnote();
show('and a new note', shared);
process.exit(0);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
as it was | A lamp[1] burns. A boat[2] floats. So it is. (fn:1 Of oil. ) (fn:2 Of wood. )
moved in one step | A boat[1] floats. A lamp[2] burns. So it is. (fn:1 Of wood. ) (fn:2 Of oil. )
cut | A boat[1] floats. So it is. (fn:1 Of wood. )
cut and pasted | A boat[1] floats. So it is.A lamp[2] burns. (fn:1 Of wood. ) (fn:2  )
cut and undone | A lamp[1] burns. A boat[2] floats. So it is. (fn:1 Of oil. ) (fn:2 Of wood. )
copied and pasted | A lamp[1] burns. A boat[2] floats. So it is.A lamp[3] burns. (fn:1 Of oil. ) (fn:2 Of wood. ) (fn:3  )
two marks of one note | A lamp[1] burns, a lamp[1]. A boat. (fn:1 Of oil. )
and a new note | A lamp[1] burns, a lamp[2]. A boat.[3] (fn:1 Of oil. ) (fn:2 Of oil. ) (fn:3  )
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
