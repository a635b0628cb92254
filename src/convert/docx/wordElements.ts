import { tableOf } from '../../core/text.ts';

/**
 * What is in these elements is not in the text as it stands: a property as it was before, the pronunciation of a word, data.
 */
export const wordPassedOver = new Set([
  'w:rt',
  'w:fldData',
  'w:binData',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
]);

/** Elements around words, and properties of marks and rows, that a tracked change added or removed (17.13.5). */
export const trackedChanges = tableOf<'added' | 'removed'>({
  'w:ins': 'added',
  'w:moveTo': 'added',
  'w:del': 'removed',
  'w:moveFrom': 'removed',
});

/** What is done where an element begins, outside properties. */
export const wordOpeners = {
  'w:p': 'openParagraph',
  'w:r': 'openRun',
  'w:tab': 'addTab',
  'w:ptab': 'addTab',
  'w:cr': 'addLineBreak',
  'w:br': 'addBreak',
  'w:noBreakHyphen': 'addHyphen',
  'w:sym': 'addSymbol',
  'w:lastRenderedPageBreak': 'addPage',
  'w:fldChar': 'field',
  'w:fldSimple': 'openSimpleField',
  'w:hyperlink': 'openLink',
  'w:footnoteReference': 'addFootnote',
  'w:endnoteReference': 'addEndnote',
  'w:footnote': 'openFootnote',
  'w:endnote': 'openEndnote',
  'w:commentRangeStart': 'openComment',
  'w:commentRangeEnd': 'closeComment',
  'w:commentReference': 'placeComment',
  'w:bookmarkStart': 'openBookmark',
  'w:bookmarkEnd': 'closeBookmark',
  'w:tbl': 'openTable',
  'w:tr': 'openRow',
  'w:tc': 'openCell',
  'w:txbxContent': 'openBox',
  'w:sdt': 'openControl',
  'mc:AlternateContent': 'openAlternative',
} as const;

/** What is done where an element ends. */
export const wordClosers = {
  'w:p': 'closeParagraph',
  'm:oMath': 'addFormula',
  'w:r': 'closeRun',
  'w:fldSimple': 'closeLink',
  'w:hyperlink': 'closeLink',
  'w:footnote': 'closeText',
  'w:endnote': 'closeText',
  'w:tbl': 'closeTable',
  'w:tr': 'closeRow',
  'w:tc': 'closeCell',
  'w:txbxContent': 'closeText',
  'w:sdt': 'closeControl',
  'mc:AlternateContent': 'closeAlternative',
} as const;
