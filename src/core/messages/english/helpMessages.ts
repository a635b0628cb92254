import { counted } from './messageWords.ts';

/** What the help of the command line says. Of each command: in the list, at its head, then of its arguments and options. */
export const help = {
  'help.pilcrow': 'Checks papers that cite a text paragraph by paragraph.',
  'help.version': 'print the version',
  'help.help': 'print this help',
  'help.command': 'explain a command',
  'help.afterError': '“pilcrow --help” lists the commands, “pilcrow COMMAND --help” explains one.',
  'help.exitCodes':
    '\nExit codes: 0 nothing at or above the failing level, 1 findings, 2 it could not do what was asked.\nResults go to standard output, everything else to standard error.',
  'help.paths': 'files and folders; without any, the study folder of the current folder',
  'help.folder': 'a study folder (default: that of the current folder)',
  'help.noColor': 'no colours',
  'help.lang': 'language of what is said: {$tags} (default: that of the environment)',
  'help.usage': 'Usage:',
  'help.arguments': 'Arguments:',
  'help.options': 'Options:',
  'help.globalOptions': 'Global Options:',
  'help.commands': 'Commands:',
  'help.commandName': '[command]',
  'help.examples': 'Examples:',
  'help.choices': 'choices: {$choices}',
  'help.default': 'default: {$value}',

  'usage.unknownOption': "error: unknown option '{$option}'",
  'usage.unknownCommand': "error: unknown command '{$command}'",
  'usage.missingArgument': "error: missing required argument '{$argument}'",
  'usage.missingValue': "error: option '{$option}' argument missing",
  'usage.badValue':
    "error: option '{$option}' argument '{$value}' is invalid. Allowed choices are {$choices}.",
  'usage.badArgument':
    "error: '{$value}' is invalid for argument '{$argument}'. Allowed choices are {$choices}.",
  'usage.tooMany': ({ command, expected, given }: { command: string; expected: number; given: number }) =>
    `error: too many arguments for '${command}'. Expected ${counted(expected, 'argument')} but got ${String(given)}.`,
  'usage.didYouMean': '(Did you mean {$names}?)',

  'checkHelp.summary': 'say what is wrong in papers, sources and glossaries',
  'checkHelp.description':
    'Says what is wrong in papers, sources and glossaries. A file that is named is checked as a paper, whatever it is called.',
  'checkHelp.paths':
    'files and folders; - for standard input; without any, the study folder of the current folder',
  'checkHelp.stdinFilename': 'the file that - stands for: it tells the study folder, and need not be there',
  'checkHelp.shard':
    'check only one part of all study folders, such as 2/5 for the second of five; each is in one part',
  'checkHelp.report': 'also write what was found into a file, for “pilcrow report merge”',
  'checkHelp.format': 'form of the findings',
  'checkHelp.failOn': 'end with 1 from this level on (default: “failOn” of pilcrow.json, else warning)',
  'checkHelp.fix': 'apply the fixes whose meaning is certain; sources stay as they are',
  'checkHelp.watch': 'check again whenever a file changes',
  'checkHelp.quiet': 'no summary, only findings',
  'checkHelp.noCache': 'take nothing over from the last time, and keep nothing for the next',
  'checkHelp.cacheDir':
    'where results are kept (default: PILCROW_CACHE, else the cache folder of the system)',
  'checkHelp.after': '\n“pilcrow checks” lists all checks, “pilcrow checks ID” explains one.\n{$exitCodes}',

  'reportHelp.summary': 'put the parts of a check on several machines together',
  'reportHelp.merge':
    'Prints what several checks with --shard and --report found as one check of everything prints it, and ends as that does. The order of the files makes no difference; a part that is missing is said, and ends with 2.',
  'reportHelp.files': 'files that “pilcrow check --report FILE” wrote, one for each part',
  'reportHelp.failOn': 'end with 1 from this level on (default: what each check was told)',

  'listHelp.summary': 'list citations, quotations, terms, sources or notes',
  'listHelp.description':
    'Lists what papers contain and where it leads. The JSON form is a contract: see the schemas that ship with Pilcrow.',
  'listHelp.what': 'what to list',
  'listHelp.format': 'form of the list',
  'listHelp.term': 'terms: only this one, by its name or an alias',
  'listHelp.sort': 'terms: by place, or by the words that follow',
  'listHelp.frequency': 'terms: how often, by section of the source and by paper',

  'glossaryHelp.summary': 'make a handout of the glossary',
  'glossaryHelp.description':
    'Prints the glossary as a handout in Pandoc Markdown, by name, with the passages that define each term. Built-in entries are left out where nobody uses them.',
  'glossaryHelp.out': 'where to write it (default: standard output)',

  'migrateHelp.summary': 'move citations to another printing of a text',
  'migrateHelp.description':
    'Shows what each citation of one printing is in another: kept, moved, split, put together, gone or doubtful. With --write, key and number are changed together wherever that is certain; a citation with one doubtful part stays as it is.',
  'migrateHelp.old': 'file or key of the printing that is cited',
  'migrateHelp.now': 'file or key of the printing to be cited',
  'migrateHelp.write': 'change papers, glossaries and notes; without it nothing is written',
  'migrateHelp.format': 'form of the table',
  'coverageHelp.summary': 'show what of a text has been cited, quoted and noted',
  'coverageHelp.description':
    'Shows how often each paragraph of a text is cited, quoted and noted, and what has been passed over. The JSON form is a contract: see the schemas that ship with Pilcrow.',
  'coverageHelp.source': 'file or key of a source (default: every text of the current study folder)',
  'coverageHelp.format': 'form of the figures',
  'coverageHelp.uncited': 'list only what nobody has discussed',
  'coverageHelp.paper': 'count only this paper; may be given several times',
  'coverageHelp.author': 'count only what this person wrote; may be given several times',
  'coverageHelp.since': 'count only what was written on this day or later: 2026-11-23, 2026-11 or 2026',
  'coverageHelp.until': 'count only what was written on this day or earlier',

  'guideHelp.summary': 'gather open questions for a meeting',
  'guideHelp.description':
    'Prints the open questions of papers and notes, each after the passages it is about, in the order of the text. The document is a paper of its own, in Pandoc Markdown.',
  'guideHelp.out': 'where to write it (default: standard output); a file that is there stays',
  'guideHelp.source': 'only questions on this source',
  'guideHelp.date': 'day of the meeting (default: today)',

  'bibliographyHelp.summary': 'write the works that papers cite for Pandoc, Quarto, Zettlr or Zotero',
  'bibliographyHelp.description':
    'Writes every work and source that papers cite, wherever the study folder has it: sources, editions, bibliographies, front matter. With it, other programs render a paper.',
  'bibliographyHelp.to': 'form of the bibliography',
  'bibliographyHelp.out': 'where to write it (default: standard output)',
  'bibliographyHelp.force': 'replace a file that is there and says something else',
  'bibliographyHelp.after':
    '\nExample: a paper as a Word file, by Pandoc\n\n  pilcrow bibliography --force -o works.json && pandoc --citeproc --bibliography works.json papers/first-reading.analysis.md -o first-reading.docx',

  'exportHelp.summary': 'make a web page, Word file, OpenDocument text, PDF or plain Markdown of papers',
  'exportHelp.description':
    'Makes files of papers for people without Pilcrow: citations as a citation style prints them, each with a link to its passage in a list at the end, the works cited, footnotes, images of the study folder. Comments, notes of readers and what pilcrow-ignore says stay here.',
  'exportHelp.to':
    'form of the file; a PDF is made by a program that is here: Typst, Chrome, Chromium, Edge, LibreOffice, Pandoc',
  'exportHelp.documentTo':
    'write a file as a paper is exported: citations printed, of passages what their sources share',
  'exportHelp.documentOut':
    'file to write to with --to (default: in the current folder); “-” is standard output',
  'exportHelp.out': 'file or folder to write to (default: beside the paper); “-” is standard output',
  'exportHelp.csl':
    'citation style: chicago-author-date (default), chicago-notes, mla, apa, or a .csl file; else “csl” of the paper holds',
  'exportHelp.citations':
    'links lead to the list of passages; zotero makes citations that Zotero can change (docx, odt). Both at once is not possible',
  'exportHelp.proof':
    'put into comments how each quotation stands to its source, and the notes on cited passages, without names (docx, odt)',
  'exportHelp.noPassages': 'leave out the list of the passages cited',
  'exportHelp.force': 'replace a file that is there',
  'exportHelp.after':
    '\nHow much of a passage is shown, the front matter of its source says: “share: words”, “gist” (default) or “numbers”.',

  'siteHelp.summary': 'make web pages of the study',
  'siteHelp.description':
    'Writes the study as web pages into one folder: the texts with their numbers and what is said of each paragraph, papers, glossary, coverage, open questions, works, and a search. The pages need no server and load nothing from elsewhere.',
  'siteHelp.out': 'folder to write (default: “site” in the study folder)',
  'siteHelp.force': 'replace files in it that Pilcrow did not write',
  'siteHelp.after':
    '\nWhat the pages show:\n  Words of a text only where its front matter has “share: words”; “share: gist” (the default) has a line about each\n  paragraph, “share: numbers” its number. Names of authors and notes of readers only where pilcrow.json says so:\n\n  "site": { "title": "Our study", "lang": "en", "authors": true, "notes": true }\n\nPilcrow deletes nothing in the folder that it did not write.',

  'notesHelp.summary': 'exchange notes with other programs, put two versions of them together',
  'notesHelp.description':
    'Writes notes in other formats, reads them back, and puts two versions of a notes file together. “pilcrow list notes” lists them.',
  'notesHelp.format': 'form of the notes',

  'notesExportHelp.description':
    'Writes notes as Hypothesis lists them (JSON), as Markdown to read and print, or as a table (CSV).',
  'notesExportHelp.source': 'keys of sources (default: all)',
  'notesExportHelp.answersInNotes':
    'write answers below the note that they answer, for programs that drop them',
  'notesExportHelp.out': 'where to write them (default: standard output)',

  'notesImportHelp.description':
    'Takes in notes of other programs and those that Pilcrow exported: Hypothesis (JSON and CSV), tables of quotations and comments (Readwise, Zotero, Kindle), My Clippings.txt, W3C annotations and sets of reading systems (.ann). Notes that are here already, by their ids, stay as they are.',
  'notesImportHelp.file': 'the notes; - for standard input',
  'notesImportHelp.format': 'form of the notes (default: by what the file holds and its ending)',
  'notesImportHelp.source': 'the source of notes whose address or title no source here has',
  'notesImportHelp.author': 'the author of notes that name none',
  'notesImportHelp.private': 'take in notes that only their authors could read, too',

  'notesPlaceHelp.description':
    'Lists the notes that have lost their place and the one place that is clearly the first choice for each: half of what stood around the words is there, and no other place has nearly as much. Notes without such a place are left to a person.',
  'notesPlaceHelp.write': 'put the notes there; without it nothing is written',
  'notesPlaceHelp.except': 'leave the note with this id as it is (repeatable)',
  'notesPlaceHelp.format': 'form of the list',

  'notesMergeHelp.description':
    'Puts two versions of a notes file together, note by note, and writes the second; where both changed a note, both versions stay. For git: merge.pilcrow.driver = "pilcrow notes merge %O %A %B".',
  'notesMergeHelp.base': 'the version that both come from; an empty file where there is none',
  'notesMergeHelp.ours': 'our version, which is written',
  'notesMergeHelp.theirs': 'the other version',

  'alignHelp.summary': 'put a text and its translation side by side',
  'alignHelp.description':
    'Says which paragraphs of a text and its translation correspond. A place is certain where two methods agree; everything else is open, until a person confirms it. For git: merge.pilcrow-alignment.driver = "pilcrow align --merge %O %A %B".',
  'alignHelp.a': 'a text, by its key or file',
  'alignHelp.b': 'its translation; which of the two is the base, their front matter says',
  'alignHelp.theirs': 'with --merge: the other version',
  'alignHelp.format': 'form of the result',
  'alignHelp.write': 'write it into alignments/; what a person confirmed stays',
  'alignHelp.merge':
    'put versions of a file of alignments together, line by line: <A> is the common one, <B> is ours and written',

  'importHelp.summary': 'make a source of a text',
  'importHelp.description':
    'Makes a source of a text, whatever program wrote it. Prints the path of the source it wrote.',
  'importHelp.after': '\nWhat can be imported: {$endings}',
  'importHelp.file': 'the text; - for standard input',
  'importHelp.key': 'key that papers cite it by',
  'importHelp.title': 'its title, in place of the one found',
  'importHelp.author': 'its author, or several with “;” between them',
  'importHelp.out': 'where to write it (default: sources/KEY.md); - for standard output',
  'importHelp.passwordStdin': 'read the password of an encrypted file from standard input',
  'importHelp.comments': 'take the comments of a word processor as notes on their passages',
  'importHelp.asPaper': 'make an analysis document of a draft from Word or LibreOffice, not a source',
  'importHelp.changes': 'with --as-paper: whether tracked changes are taken as made, or as never made',
  'importHelp.commentAuthors': 'with --as-paper: say who wrote each comment',
  'importHelp.force': 'replace a source that is there; its front matter is kept',
  'importHelp.yes': 'ask nothing and take what is proposed',

  'initHelp.summary': 'make a study folder',
  'initHelp.description': 'Makes a folder a study folder. Files that are there stay as they are.',
  'initHelp.dir': 'the folder (default: the current one)',
  'initHelp.title': 'what the group calls itself, or is reading',
  'initHelp.formatters':
    'only add what keeps formatters away from sources and lets git merge notes, to a study folder that is there',

  'editionHelp.summary': 'freeze the structure of sources, verify it later',
  'editionHelp.description':
    'Freezes the structure of sources, so that later changes are noticed, and verifies it.',

  'editionFreezeHelp.description':
    'Writes numbering, sections and fingerprints of sources to editions/KEY/edition.json; gists of an earlier edition are kept.',
  'editionFreezeHelp.source': 'files or keys of sources; without any, all of the current study folder',
  'editionFreezeHelp.shingles':
    'add hashed runs of five words, by which quotations are verified where the text is not (read docs/verification-without-the-text.md first)',

  'editionVerifyHelp.description':
    'Says where sources differ from their editions; ends with 1 where one does.',
  'editionVerifyHelp.source': 'files or keys of sources; without any, all that have an edition',

  'checksHelp.summary': 'list all checks, or explain one',
  'checksHelp.description': 'Lists all checks with their levels, or explains one.',
  'checksHelp.id': 'a check, such as citation/unknown-key',
  'checksHelp.after': '\nChecks:\n{$checks}',

  'completionHelp.summary': 'complete command lines in a shell',
  'completionHelp.description':
    'Prints a script that completes command lines of Pilcrow. Its first lines say where it belongs.',
  'completionHelp.shell': 'the shell',

  'lspHelp.summary': 'start the language server',
  'lspHelp.description':
    'Starts the language server, for editors that speak the Language Server Protocol over standard input and output.',
} as const;
