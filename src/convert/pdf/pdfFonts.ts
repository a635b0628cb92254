/** How the glyphs of a font look. */
export interface FontLook {
  readonly name: string;
  readonly italic: boolean;
  readonly bold: boolean;
}

const italicName = /ital|obli|slant|kursiv|cursiv|inclin/iu;
/** Abbreviations in the names of fonts, after a hyphen or as TeX names its own: `Garamond-It`, `CMTI10`, `lmri10`. */
const italicPart =
  /(?:[-,_ ](?:bold|bd|semibold|medium)?it?$|[-,_ ](?:it|sl|ita)(?=[-,_ \d]|$)|^(?:cm|ec|sf|la|t1)(?:ti|sl|bxti|bxsl|bi|u|ssi|itt|sltt|ssqi)\d|^(?:rm-)?lm(?:ri|ro|bxi|bxo|sso|tti|tto)\d|^(?:ptm|phv|ppl|pnc|pbk|pag|pcr|ut[mh]|uhv|uag|zplm?)(?:b|r|d)?(?:i|o)(?:\d|$))/iu;
const boldName = /bold|black|heavy|demi|fett|(?:^|[-,_ ])(?:bd|blk)(?:it)?(?:$|[-,_ ])/iu;
const boldPart =
  /^(?:cm|ec|sf|la|t1)(?:b|bx|bxti|bxsl|ssbx|ssdc|bi)\d|^(?:rm-)?lmb|^(?:ptm|phv|ppl|pnc|pbk|pag|pcr)b(?:i|o|c)?(?:\d|$)/iu;

/** How a font looks, by its name: the letters of a subset, `ABCDEF+`, do not count. */
export function lookOfFont(name: string): FontLook {
  const own = name.replace(/^[A-Z]{6}\+/, '');
  return {
    name: own,
    italic: italicName.test(own) || italicPart.test(own),
    bold: (boldName.test(own) || boldPart.test(own)) && !/semicondensed$/iu.test(own),
  };
}

/** Where the strings of a font begin in the bytes that pdf.js sends of it. */
const firstString = 96;
const nameIndex = 3;

/** The name of a font in the bytes that pdf.js 5.4 sends of it: four texts, each after its length. */
export function fontNameIn(buffer: ArrayBuffer): string {
  const view = new DataView(buffer);
  let at = firstString;
  for (let index = 0; index < nameIndex; index++) at += view.getUint32(at) + 4;
  return new TextDecoder().decode(new Uint8Array(buffer, at + 4, view.getUint32(at)));
}
