/** What Word and OpenDocument files, and in part texts for Typst, have in common. */
export { escapeMarkup, markup, xmlFile } from './packing/markup.ts';
export { boxBookmark } from './packing/boxBookmark.ts';
export { packFiles, type PackedFile } from './packing/packFiles.ts';
export { openAddress } from './packing/openAddress.ts';
export { pageSheetOf } from './packing/pageSheet.ts';
export { shownWords } from './packing/plainWords.ts';
export { looksByKind, looksOfRun, looksOfSpan, type SharedLooks } from './packing/wordLooks.ts';
export { type ShownSize, shownSizeOf } from './packing/shownSize.ts';
