import { transformSync } from 'esbuild';

/**
 * Where the repository can be read by everybody, without a slash at its end. It is empty until its owner has one: then pages of the
 * package have no images and no links to files, which vsce refuses as long as nobody knows where those are.
 */
export const repositoryAddress = '' as string;

/**
 * A page as it goes into the package.
 * @param address of the repository; empty for none
 */
export function packagedPage(text: string, address = repositoryAddress): string {
  const shown = text.replace(
    /(!?)\[([^\][]*)\]\(([^)\s]+)\)/g,
    (all, mark: string, words: string, target: string) => {
      if (/^(?:\w+:|#)/.test(target)) return all;
      if (address === '') return mark === '!' ? '' : words;
      return `${mark}[${words}](${address}/${mark === '!' ? 'raw' : 'blob'}/HEAD/${target})`;
    },
  );
  // Tables that held nothing but images have no words left.
  return shown.replace(/(?:^\|[ |:-]*\|\n){3,}(?!\|)/gm, '').replace(/\n{3,}/g, '\n\n');
}

/**
 * A citation style or locale as it goes into the package: without its comments, and without the blanks and line ends between its
 * elements, which say nothing and take two fifths of its room.
 */
export function packagedStyle(xml: string): string {
  return xml.replace(/<!--[^]*?-->/g, '').replace(/>\s*\n\s*</g, '><');
}

/** A script or style sheet of a page as it goes into the package: without comments, and without blanks that say nothing. Names stay. */
export function packagedCode(code: string, loader: 'css' | 'js'): string {
  const target = loader === 'css' ? 'chrome120' : 'es2022';
  return transformSync(code, { loader, target, minifyWhitespace: true, minifySyntax: true, charset: 'utf8' })
    .code;
}

/** JSON as it goes into the package. */
export function packagedJson(text: string): string {
  return JSON.stringify(JSON.parse(text));
}
