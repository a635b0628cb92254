import assert from 'node:assert/strict';
import { readNotes } from '../../src/core/notes/read.ts';
import { useDesks } from '../support/commandLine.ts';
import { listed, source } from './breadNotes.ts';

describe('tables of words and comments', () => {
  const deskWith = useDesks();
  /** Name, file, table, and the status, words, text and author of each note. */
  const tables: readonly (readonly [
    string,
    string,
    readonly (readonly [string, string, string, string])[],
  ])[] = [
    [
      'hypothesis.csv',
      'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n' +
        '2024-05-06 07:08,ben,,https://example.org/bread,Public,Annotation,rises slowly,"Why, then?","time,dough"\n' +
        '2024-05-06 07:09,cleo,,https://example.org/bread,Public,Highlight,no baker can hurry it,,',
      [
        ['anchored', 'rises slowly', 'Why, then?', 'ben'],
        ['anchored', 'no baker can hurry it', '', 'cleo'],
      ],
    ],
    [
      'hypothesis-earlier.csv',
      'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n' +
        '2023-05-06 07:08,https://example.org/bread,Public,Annotation,rises slowly,ben,"Why, then?",time,\n',
      [['anchored', 'rises slowly', 'Why, then?', 'ben']],
    ],
    [
      'addresses.csv',
      'url,comment\nhttps://example.org/bread#:~:text=rises%20slowly,Why?\n' +
        'https://example.org/bread#:~:text=no%20such%20words,Where?\nhttps://example.org/bread#page=3,There?\n',
      [
        ['orphan', 'no such words', 'Where?', ''],
        ['orphan', '', 'There?', ''],
        ['anchored', 'rises slowly', 'Why?', ''],
      ],
    ],
    [
      'readwise.csv',
      '\uFEFFHighlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n' +
        '"A dough rises slowly, and no baker can hurry it.",On Bread,"Baker, A.",B00X,Patience,yellow,,location,213,2020-03-12 12:34:00+00:00,\n',
      [['anchored', 'A dough rises slowly, and no baker can hurry it.', 'Patience', '']],
    ],
    [
      'zotero.tsv',
      'annotationText\tannotationComment\tannotationPageLabel\tURL\ttags\tdateAdded\n' +
        'the last thing that a careful baker thinks of\tSalt!\t12\thttps://example.org/bread\tsalt; memory\t2024-05-06T07:08:09Z\n',
      [['anchored', 'the last thing that a careful baker thinks of', 'Salt!', '']],
    ],
    [
      'notebook.csv',
      '"Your Kindle Notes For:"\n"ON BREAD"\n"by A. Baker"\n"Free Kindle instant preview:"\n"https://a.co/x"\n"----------------------------------------------"\n\n' +
        '"Annotation Type","Location","Starred?","Annotation"\n"Highlight (Yellow)","Location 18","","rises slowly"\n"Note","Location 18","","Why?"\n"Bookmark","Location 40","",""\n',
      [['anchored', 'rises slowly', 'Why?', '']],
    ],
    [
      'allemand.csv',
      'Zitat;Kommentar;Quelle;Schlagwörter;Erstellt am\nrises slowly;Warum?;https://example.org/bread;Zeit;2024-05-06\n',
      [['anchored', 'rises slowly', 'Warum?', '']],
    ],
    [
      'francais.csv',
      'Citation,Commentaire,Titre,Créé le\nrises slowly,Pourquoi ?,On bread,6 mai 2024 07:08\n',
      [['anchored', 'rises slowly', 'Pourquoi ?', '']],
    ],
  ];

  for (const [name, table, expected] of tables)
    it(`${name}: columns are found by their names, and a second import changes nothing`, async () => {
      const desk = await deskWith(source);
      await desk.write(name, table);
      const { code, err } = await desk.run(['notes', 'import', name]);
      assert.equal(code, 0, err);
      const notes = await listed(desk);
      assert.deepEqual(
        notes.map(({ status, quote, text, author }) => [status, quote, text, author]),
        expected,
      );
      const again = await desk.run(['notes', 'import', name]);
      assert.match(again.err, /^0 notes taken in/);
      assert.equal(again.out, '');
      assert.deepEqual(await listed(desk), notes);
    });

  it('a row whose quotation mark is never closed is told, and costs no other', async () => {
    const desk = await deskWith(source);
    await desk.write(
      'broken.csv',
      'Quote,Comment,URL\nrises slowly,Why?,https://example.org/bread\n' +
        '"no baker,How?,https://example.org/bread\nSalt is the last thing,What?,https://example.org/bread\n',
    );
    const { out, err } = await desk.run(['notes', 'import', 'broken.csv', '--source', 'bread']);
    assert.match(out + err, /1 row cannot be read: row 3\. A quotation mark is opened and never closed\./);
    assert.deepEqual((await listed(desk)).map(({ quote }) => quote).sort(), [
      'Salt is the last thing',
      'rises slowly',
    ]);
  });

  it('what stands behind the closing mark of a cell belongs to the cell', async () => {
    const desk = await deskWith(source);
    await desk.write('marks.csv', 'Quote,Comment,URL\n"rises" slowly,Why?,https://example.org/bread\n');
    await desk.run(['notes', 'import', 'marks.csv', '--source', 'bread']);
    assert.deepEqual(
      (await listed(desk)).map(({ quote, text }) => [quote, text]),
      [['rises slowly', 'Why?']],
    );
  });

  it('of other books stay out, and so do rows without words', async () => {
    const desk = await deskWith(source);
    await desk.write(
      'r.csv',
      'Highlight,Book Title,Note\nrises slowly,On Bread,\nall animals,A Farm,\n,On Bread,\n',
    );
    const { err } = await desk.run(['notes', 'import', 'r.csv']);
    assert.match(
      err,
      /^1 note taken in\.\n1 note on works that no source here has left out.*\n1 entry without/,
    );
    assert.match(
      (await desk.run(['notes', 'import', 'r.csv', '--source', 'bread'])).err,
      /^0 notes taken in; 1 .*\n1 note on/,
    );
  });
});

describe('clippings of a Kindle', () => {
  const deskWith = useDesks();
  const clippings = (...entries: readonly (readonly [what: string, text: string])[]): string =>
    entries
      .map(
        ([what, text]) =>
          `\uFEFFOn Bread (Baker, A.)\r\n${what.replace(/^(?!–)/, '- ')}\r\n\r\n${text}\r\n==========\r\n`,
      )
      .join('');

  for (const [language, highlight, note, bookmark, created] of [
    [
      'English',
      'Your Highlight on page 99 | location 249-251 | Added on Thursday, 4 June 2020 12:18:46',
      'Your Note on page 99 | location 251 | Added on Thursday, June 4, 2020 1:19:02 PM',
      'Your Bookmark on Location 300 | Added on Thursday, 4 June 2020 12:20:00',
      '2020-06-04T12:18:46Z',
    ],
    [
      'French',
      'Votre surlignement sur la page 99 | emplacement 249-251 | Ajouté le mardi 4 août 2020 12:18:46',
      'Votre note sur la page 99 | emplacement 251 | Ajouté le mardi 4 août 2020 12:19:02',
      'Votre signet sur la page 120 | emplacement 300 | Ajouté le mardi 4 août 2020 12:20:00',
      '2020-08-04T12:18:46Z',
    ],
    [
      'German',
      'Ihre Markierung auf Seite 99 | bei Position 249-251 | Hinzugefügt am Donnerstag, 4. März 2021 12:18:46',
      'Ihre Notiz auf Seite 99 | bei Position 251 | Hinzugefügt am Donnerstag, 4. März 2021 12:19:02',
      'Ihr Lesezeichen bei Position 300 | Hinzugefügt am Donnerstag, 4. März 2021 12:20:00',
      '2021-03-04T12:18:46Z',
    ],
    [
      'Spanish',
      'La subrayado en la página 99 | posición 249-251 | Añadido el martes, 4 de febrero de 2020 12:18:46',
      'La nota en la página 99 | posición 251 | Añadido el martes, 4 de febrero de 2020 12:19:02',
      'El marcador en la posición 300 | Añadido el martes, 4 de febrero de 2020 12:20:00',
      '2020-02-04T12:18:46Z',
    ],
    [
      'Russian',
      '– Ваш выделенный отрывок на странице 99 | Место 249–251 | Добавлено: воскресенье, 3 марта 2024 г. в 12:18:46',
      '– Ваша заметка на странице 99 | Место 251 | Добавлено: воскресенье, 3 марта 2024 г. в 12:19:02',
      '– Ваша закладка в месте 300 | Добавлено: воскресенье, 3 марта 2024 г. в 12:20:00',
      '2024-03-03T12:18:46Z',
    ],
    [
      'Korean',
      '99페이지의 하이라이트 | 위치 249-251 | 추가됨: 2020년 6월 4일 목요일 오후 6:18:46',
      '99페이지의 메모 | 위치 251 | 추가됨: 2020년 6월 4일 목요일 오후 6:19:02',
      '300 위치의 북마크 | 추가됨: 2020년 6월 4일 목요일 오후 6:20:00',
      '2020-06-04T18:18:46Z',
    ],
    [
      'Dutch',
      'Je highlight op pagina 99 | locatie 249 t/m 251 | Toegevoegd op woensdag 4 maart 2020 12:18:46',
      'Je notitie op pagina 99 | locatie 250 | Toegevoegd op woensdag 4 maart 2020 12:19:02',
      'Je bladwijzer op locatie 300 | Toegevoegd op woensdag 4 maart 2020 12:20:00',
      '2020-03-04T12:18:46Z',
    ],
    [
      'the English of early devices',
      'Highlight Loc. 249-51  | Added on Thursday, June 04, 2020, 12:18 PM',
      'Note Loc. 251  | Added on Thursday, June 04, 2020, 12:19 PM',
      'Bookmark Loc. 300  | Added on Thursday, June 04, 2020, 12:20 PM',
      '2020-06-04T12:18:00Z',
    ],
    [
      'Japanese',
      '99ページ|位置No. 249-251のハイライト |作成日: 2020年6月4日木曜日 12:18:46',
      '99ページ|位置No. 251のメモ |作成日: 2020年6月4日木曜日 12:19:02',
      '位置No. 300のブックマーク |作成日: 2020年6月4日木曜日 12:20:00',
      '2020-06-04T12:18:46Z',
    ],
  ] as const)
    it(`in ${language}: a comment goes to the words that it is on`, async () => {
      const desk = await deskWith(source);
      const text = clippings([note, 'Why?'], [highlight, 'no baker can hurry it'], [bookmark, '']);
      await desk.write('My Clippings.txt', text);
      const { code, err } = await desk.run(['notes', 'import', 'My Clippings.txt']);
      assert.equal(code, 0, err);
      assert.match(err, /^1 note taken in\.\n1 entry without words/);
      const [first] = await listed(desk);
      assert.deepEqual(
        [first?.status, first?.quote, first?.text],
        ['anchored', 'no baker can hurry it', 'Why?'],
      );
      const [item] = readNotes(await desk.read('notes/bread.anonymous.jsonld')).notes;
      assert.equal(item?.created, created);
    });

  it('what a publisher lets nobody copy is left out, and counted', async () => {
    const desk = await deskWith(source);
    const where = 'Your Highlight on Location 249-251 | Added on Thursday, 4 June 2020 12:18:46';
    const text = clippings([where, ' <You have reached the clipping limit for this item>']);
    await desk.write('My Clippings.txt', text);
    const { err } = await desk.run(['notes', 'import', 'My Clippings.txt']);
    assert.equal(err, '0 notes taken in.\n1 entry without words and comment left out, such as bookmarks.\n');
  });
});
