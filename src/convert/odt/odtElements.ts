import type { XmlAttributes } from '../xml.ts';

/** What is in these elements is not seen in the text. */
export const odfPassedOver = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:number',
  'text:ruby-text',
  'text:script',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:event-listeners',
  'office:scripts',
  'office:binary-data',
  'svg:title',
  'svg:desc',
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
]);

/** Lists that a program makes of what stands elsewhere in the text. */
export const odfContents = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
]);

/** Shapes that may hold paragraphs. */
export const odfBoxes = new Set([
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:polygon',
  'draw:path',
  'draw:caption',
]);

/** What is done where an element begins. */
export const odfOpeners = {
  'text:p': 'openParagraph',
  'text:h': 'openParagraph',
  'draw:object': 'addObject',
  'text:span': 'openSpan',
  'text:a': 'openLink',
  'draw:a': 'openLink',
  'text:s': 'addSpace',
  'text:tab': 'addSpace',
  'text:line-break': 'addLineBreak',
  'text:soft-page-break': 'addPage',
  'text:note': 'openNote',
  'text:list': 'openList',
  'text:list-item': 'openItem',
  'text:list-header': 'openHeader',
  'office:annotation': 'openComment',
  'office:annotation-end': 'endComment',
  'text:reference-mark-start': 'openReference',
  'text:reference-mark-end': 'closeReference',
  'field:param': 'openField',
  'field:fieldmark-end': 'closeField',
  'text:change-start': 'openChange',
  'text:change-end': 'closeChange',
  'text:change': 'addChange',
  'text:bookmark-start': 'addBoxMark',
  'text:bookmark-end': 'addBoxMark',
  'table:table': 'openTable',
  'table:table-header-rows': 'openHead',
  'table:table-row': 'openRow',
  'table:table-cell': 'openCell',
  'table:covered-table-cell': 'openCell',
} as const;

/** What is done where an element ends. */
export const odfClosers = {
  'text:p': 'closeParagraph',
  'text:h': 'closeParagraph',
  'text:span': 'closeSpan',
  'text:a': 'closeLink',
  'draw:a': 'closeLink',
  'text:note': 'closeNote',
  'text:list': 'closeList',
  'office:annotation': 'closeComment',
  'table:table': 'closeTable',
  'table:table-header-rows': 'closeHead',
  'table:table-row': 'closeRow',
  'table:table-cell': 'closeCell',
  'table:covered-table-cell': 'closeCell',
} as const;

/** What stands in a paragraph and holds elements, but no text of its own. */
export const odfWithoutText = /^(?:draw:|text:note$|text:note-body$)/;

/** Whether an element is a section, or words, that a condition hides. */
export function isHiddenByCondition(name: string, attributes: XmlAttributes): boolean {
  if (name === 'text:section')
    return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
  return /^text:hidden-(?:text|paragraph)$/.test(name) && attributes['text:is-hidden'] === 'true';
}
