import type { XmlNode } from '../unpacked.ts';

/** The order of what elements of a Word file hold (ECMA-376, part 1, annex A.1): Word takes a file for damaged that has another. */
const order: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:numPr': 'ilvl numId',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tcBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr': 'headerReference footerReference footnotePr endnotePr type pgSz pgMar',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:styles': 'docDefaults latentStyles style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:tblStylePr': 'pPr rPr tblPr trPr tcPr',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:num': 'abstractNumId lvlOverride',
  'w:lvlOverride': 'startOverride lvl',
  'w:settings': 'defaultTabStop characterSpacingControl footnotePr endnotePr compat',
  'w:body': 'p tbl bookmarkStart bookmarkEnd sectPr',
};

/** What is out of order in a part: each element with what it holds. */
export function outOfOrder(elements: readonly XmlNode[]): string[] {
  return elements.flatMap(({ name, children }) => {
    const names = order[name]?.split(' ');
    if (!names) return [];
    // Paragraphs and tables of a body stand in any order before its section.
    const places = children.map((child) =>
      name === 'w:body' && child.name !== 'w:sectPr' ? 0 : names.indexOf(child.name.replace(/^w:/, '')),
    );
    const isRight = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
    return isRight ? [] : [`${name}: ${children.map((child) => child.name).join(' ')}`];
  });
}
