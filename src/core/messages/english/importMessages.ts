import { counted } from './messageWords.ts';

/** What an import asks, cuts and says. */
export const importing = {
  'importing.empty': 'The file is empty.',
  'importing.large': 'The file is larger than 100 MB.',
  'importing.noText': 'The file is {$what}, not text.',
  'importing.saveAs': 'The file is {$what}. Open it in {$program}, save it as {$format}, and import that.',
  'importing.wordOrLibreOffice': 'Word or LibreOffice',
  'importing.libreOffice': 'LibreOffice',
  'importing.calibre': 'calibre',
  'importing.pagesProgram': 'Pages',
  'importing.zip': 'The file is a ZIP archive. Unpack it, and import the texts in it one by one.',
  'importing.oldWord': 'a Word file of before 2007',
  'importing.oldOffice': 'an Office file of before 2007',
  'importing.wordXml': 'a Word file in a form of its own',
  'importing.oldWriter': 'an OpenOffice file of before 2005',
  'importing.pages': 'a Pages document',
  'importing.kindle': 'a Kindle book',
  'importing.rtf': 'an RTF file',
  'importing.fictionBook': 'a FictionBook (FB2)',
  'importing.latex': 'a LaTeX document',
  'importing.pandoc': 'Pandoc',
  'importing.xml': 'an XML document',
  'importing.spreadsheet': 'a spreadsheet',
  'importing.presentation': 'a presentation',
  'importing.picture': 'a picture',
  'importing.compressed': 'a compressed file',
  'importing.program': 'a program',
  'importing.encrypted':
    'The file is protected by a password. Open it in the program that it comes from, save it without one, and import that.',
  'importing.damaged':
    'The file is damaged, or was not copied whole. Get it again, or open it in the program that it comes from and save it again.',
  'importing.noOfficeText':
    'The file is an OpenDocument file, but holds no text: it may be a spreadsheet or a presentation.',
  'importing.badXml':
    'The file is damaged: “{$part}” in it is not well formed. Open it in the program that it comes from, and save it again.',
  'importing.packing':
    'The file is packed in a way that Pilcrow does not know. Open it in the program that it comes from, and save it again.',
  'importing.inflates': 'The file is too large unpacked: 100 MB are read of a part of it, 400 MB of all.',
  'importing.leadsOut':
    'The file names a part, “{$name}”, that would be kept outside of it. Programs do not write such files.',
  'importing.noPackage':
    'The file is damaged: it does not say of which texts the book is made. Get it again, or open it in calibre and save it again.',
  'importing.copyProtected':
    'The book is protected against copying (DRM): only the programs of its seller can read it. Ask the publisher or a library for a copy without, or import the text from another file.',
  'importing.longBook': 'The text of the book is larger than 100 MB.',
  'importing.cutPart': 'A part of the book, “{$part}”, has no end. Words may be missing here.',
  'importing.missingPart': 'A part of the book, “{$part}”, is not in the file. Words may be missing here.',
  'importing.binary': 'The file holds binary data, not text.',
  'importing.pdfDamaged':
    'The PDF file is damaged or not complete: get it again, or open it in a reader and print it into a new one.',
  'importing.pdfNeedsPassword': 'The PDF file is encrypted: it can be read with its password.',
  'importing.pdfWrongPassword': 'The password does not open the PDF file.',
  'importing.pdfScan':
    'The PDF file holds pictures of pages and no text. Have its text recognised (OCR) by another program, such as OCRmyPDF, and import what that makes.',
  'importing.noWords': 'The file has no text in it.',
  'importing.deep': 'The file is nested too deeply, or too large, to be read.',
  'importing.paperMade': 'Made a paper with {$citations citation} and {$comments comment}.',
  'importing.trackedTaken': ({ count }: { count: number }) =>
    `The draft has ${counted(count, 'tracked change')}, taken as made. With \`--changes reject\` they are taken as never made.`,
  'importing.trackedLeft': ({ count }: { count: number }) =>
    `The draft has ${counted(count, 'tracked change')}, taken as never made. With \`--changes accept\` they are taken as made.`,
  'importing.worksAdded':
    'The study folder does not have {$count work} that the draft cites. The paper lists them itself, under `references:`: {$keys}.',
  'importing.paperThere': '{$file} is there already. --force replaces it.',
  'importing.noDraft': 'This is no draft of a paper: a file of Word (.docx) or LibreOffice (.odt) is one.',
  'importing.onlyFrame': 'The file has no text in it, or nothing but the frame of a page.',
  'importing.badKey':
    '“{$key}” cannot be a key: no citation can name it. Take letters, digits and hyphens, as in [@key, ¶ 12].',
  'importing.takenKey':
    '@{$key} is the key of “{$title}”, and this is another text: papers that cite that one would be checked against this one. Give it a key of its own.',
  'importing.noFolder': 'Open a folder first: the source needs a place to be kept.',

  'importing.isAbstract':
    'Is this paragraph an introduction to the text, kept in the front matter without a number?',
  'importing.abstractByMarkup': 'The page’s markup calls it an introduction.',
  'importing.abstractInItalics': 'It stands before the text and is set wholly in italics.',
  'importing.abstractByGap': 'It stands between the head of the text and a larger gap than elsewhere.',
  'importing.abstractByHeading': 'It stands under a heading that calls it an abstract.',
  'importing.isEnd': 'Does the text end before this line? Lines {$first} to {$last} would be left out.',
  'importing.endByComments':
    'Lines with these words introduce readers’ comments; the text of a page seldom goes on behind them.',
  'importing.endByFrame': 'The line belongs to a web page’s frame, and hardly any prose follows it.',
  'importing.isHeading': 'Is this line a heading?',
  'importing.headingInBold': 'It is a paragraph set wholly in bold.',
  'importing.headingInCapitals': 'It is set in capitals and closes no sentence.',
  'importing.headingByPlace': 'It closes no sentence and stands before a paragraph, but it has no label.',
  'importing.headingByLabel': 'It opens with a label, but no other line counts on from it.',
  'importing.headingOrItem':
    'It opens with a number, as headings do, and ends like a sentence, as items of a list do.',
  'importing.isQuotation': 'Is this a quotation set apart, or a paragraph of the text?',
  'importing.quotationByColonAndLine':
    'A colon stands before it, and a line behind it says where it is from.',
  'importing.quotationByLine': 'The line behind it says where it is from.',
  'importing.quotationAnnounced': 'The paragraph before it announces somebody’s words and ends in a colon.',
  'importing.quotationByColon':
    'The paragraph before it ends in a colon; nothing else says that these are somebody’s words.',
  'importing.quotationIndented': 'It is indented, unlike its neighbours.',
  'importing.isNumbered': 'Are these paragraphs that the author numbered, or the items of a list?',
  'importing.numberedBySentences':
    'They are numbered one after another, and most of them are whole sentences.',
  'importing.listByItems': 'They are numbered one after another, and stand close together or are short.',
  'importing.isAttribution': 'Does this line say where the quotation before it is from?',
  'importing.attributionByWords': 'It names a title, a date or a page and is no sentence.',
  'importing.isRight': 'Are these the words of the original?',
  'importing.whichSpelling': 'How is this word spelled?',
  'importing.isOfText': 'The edition does not have these words. Do they belong to the text?',
  'importing.differsFromEdition':
    'They are not those of ¶ {$number} of the edition, or were not put together rightly.',
  'importing.betweenParagraphs':
    'They stand between paragraphs of the edition. If they belong to the text, the numbers behind them move.',

  'importing.pdfHyphen':
    'A line ends in a hyphen there, and no other word of the text tells whether the author or the printer set it.',
  'importing.pdfJoint':
    'A page or column ends there. Nothing tells for certain whether a paragraph ends with it.',
  'importing.pdfLetters': 'The file says wrongly what some of its letters are.',
  'importing.pdfRaised': 'A number is raised there as if it marked a note, and there is no such note.',

  'importing.beforeTitle': 'Stands before the title.',
  'importing.licence': 'Text of the archive, not of the author.',
  'importing.credits': 'Says who prepared the file.',
  'importing.contents': 'A list of contents.',
  'importing.links': 'A line of links.',
  'importing.pdfHeads': 'Running heads and page numbers.',
  'importing.runningHead': 'The running head of a page.',
  'importing.frameLine': 'A line of the page’s frame.',
  'importing.endsHere': 'The text ends before this line.',
  'importing.behindEnd': 'Stands behind the end of the text.',
  'importing.notesHeading': 'The heading of the notes.',
  'importing.beforeText': 'Stands before the text.',
  'importing.behindText': 'Stands behind the text.',
  'importing.notInEdition': 'Not in the edition.',
  'importing.byDecision': 'Left out by decision.',
  'importing.cutAs': 'Cut as {$what}.',
  'importing.navigation': 'navigation',
  'importing.aside': 'an aside of the page',
  'importing.form': 'a form',
  'importing.foot': 'the foot of the page',
  'importing.head': 'the head of the page',
  'importing.menu': 'a menu',
  'importing.dialogue': 'a dialogue',
  'importing.pageMessage': 'a message of the page',
  'importing.comments': 'comments of readers',
  'importing.shareBox': 'a share box',
  'importing.advertising': 'advertising',
  'importing.frame': 'the frame of the page',
  'importing.notShown': 'not shown on the page',
  'importing.bookCover': 'the cover',
  'importing.titlePage': 'the title page',
  'importing.copyrightPage': 'the page that says who owns the book',
  'importing.contentsPage': 'a list of contents',
  'importing.picturesStay': 'The description of a picture. Pictures are not taken out of books.',
  'importing.outsideOrder': 'Stands outside of the order in which the book is read.',

  'importing.recognised': (told: { key: string; matched: number; of: number; differing: number }) =>
    `Recognised as @${told.key}: ${String(told.matched)} of ${String(told.of)} paragraphs are word for word the same${told.differing === 0 ? '' : `; ${String(told.differing)} differ`}.`,
  'importing.imported': 'Imported as @{$key}.',
  'importing.importedWithDoubts': 'Imported as @{$key}, with {$doubts place} to decide.',
} as const;
