/**
 * pdf.js without what reads no words: what draws pictures, patterns, outlines of letters and the forms of XFA, and puts files together, a
 * third of it. Its package has no such build.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Modules that are left out, by their paths in the repository of pdf.js, which stand before each of them. */
const leftOut =
  /^\.\/(?:src\/core\/(?:xfa\/\w+|xfa_fonts|\w+_factors|liberationsans_widths|font_renderer|font_substitutions|pattern|jpg|jbig2|ccitt|image|image_resizer|writer|editor\/pdf_editor)|external\/(?:jbig2\/jbig2|openjpeg\/openjpeg))\.js$/;

/**
 * What others still name of them. Forms are not read (`enableXfa`), pictures are larger than they may be (`maxImageSize`), fonts are not
 * replaced by others (`useSystemFonts`), and nobody asks for a file to be written, so that none of it is called, but for the formatted
 * text of a comment, of which the plain one is taken. A page that is asked for its fonts is still gone over as if it were drawn: what
 * fills it and the outlines of its letters must be there, and may be empty.
 */
const inTheirPlace = `
class XFAFactory { static getRichTextAsHtml() { return null; } }
class PDFEditor {}
class PDFImage {}
class JpegImage {}
class Jbig2Image {}
class CCITTFaxDecoder { readNextChar() { return -1; } }
class ImageResizer {
  static setOptions() {}
}
const getXfaFontName = () => null;
const getXfaFontDict = () => null;
const searchNode = () => null;
const Pattern = { parseShading: () => ({ getIR: () => ["Dummy"] }) };
const getTilingPatternIR = () => [];
const clearPatternCaches = () => {};
const FontRendererFactory = { create: () => ({ hasBuiltPath: () => true }) };
const getFontSubstitution = () => null;
const jbig2 = null;
const openjpeg = null;
`;

/** How many modules `leftOut` names in the version that is pinned: another one is looked at before it ships. */
const expectedModules = 43;

/** Bundles pdf.js without what reads no words. */
export const pdfEngine: Plugin = {
  name: 'pdf engine',
  setup(bundler) {
    bundler.onLoad(
      { filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/ },
      async ({ path }) => ({
        contents: withoutPictures(await readFile(path, 'utf8')),
        loader: 'js',
      }),
    );
  },
};

/** The text of pdf.js's worker without what reads no words. Throws where it is not put together as it was. */
function withoutPictures(worker: string): string {
  const modules = worker.split(/^(?=;\/\/ \.\/)/m);
  const kept = modules.filter((text) => !leftOut.test(/^;\/\/ (\S+)/.exec(text)?.[1] ?? ''));
  const left = modules.length - kept.length;
  if (left !== expectedModules)
    throw new Error(
      `pdf.js has ${String(left)} modules that are left out, and not ${String(expectedModules)}.`,
    );
  const [first = '', ...others] = kept;
  return [first, inTheirPlace, ...others].join('');
}
