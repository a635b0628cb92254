/** LaTeX's names for characters: accents, letters, punctuation, and the Greek letters and signs of mathematics. */

/** The combining character of each accent command. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['h', '\u0309'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** Alternating names and characters, separated by spaces. */
const letterCommands =
  'ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ';

const punctuationCommands =
  'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ ' +
  'quotesinglbase ‚ quotedblbase „ glq ‚ glqq „ grq ‘ grqq “ guillemotleft « guillemotright » guillemetleft « ' +
  'guillemetright » flqq « frqq » guilsinglleft ‹ guilsinglright › flq ‹ frq › textquotesingle \' textquotedbl " ' +
  'ldots … dots … textellipsis … textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave ` ' +
  'textbraceleft { textbraceright } lbrace { rbrace } textbar | textless < textgreater > textunderscore _ slash / ' +
  'S § P ¶ textsection § textparagraph ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ copyright © textcopyright © ' +
  'textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro € EUR € textyen ¥ textcent ¢ ' +
  'textdegree ° degree ° textmu µ textbullet • textperiodcentered · textcdot · textasteriskcentered ∗ ' +
  'textexclamdown ¡ textquestiondown ¿ textordfeminine ª textordmasculine º textnumero № numero № ' +
  'textonehalf ½ textonequarter ¼ textthreequarters ¾ texttimes × textpm ± textminus − ' +
  'LaTeX LaTeX TeX TeX BibTeX BibTeX';

const mathematics =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν ' +
  'xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ ' +
  'Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × div ÷ pm ± mp ∓ cdot · leq ≤ le ≤ geq ≥ ge ≥ ' +
  'neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ infty ∞ rightarrow → to → leftarrow ← leftrightarrow ↔ ' +
  'Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ ' +
  'cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ ' +
  'star ⋆ ast ∗ bullet • circ ∘ prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ langle ⟨ rangle ⟩ cdots ⋯ vert | mid ∣ ' +
  'lt < gt > flat ♭ sharp ♯ natural ♮ checkmark ✓';

/** The character or word of each command without an argument. */
export const symbols: ReadonlyMap<string, string> = new Map(
  [letterCommands, mathematics, punctuationCommands].flatMap((table) => {
    const words = table.split(' ');
    return words.flatMap((word, i): [string, string][] => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : []));
  }),
);

/** Characters that LaTeX writes with a backslash, and its spaces. */
export const escapes: ReadonlyMap<string, string> = new Map([
  ...[...'&%$#_{}'].map((character): [string, string] => [character, character]),
  [',', '\u2009'],
  [';', ' '],
  [':', ' '],
  ['!', ''],
  ['/', ''],
  ['-', ''],
  ['*', ''],
  ['@', ''],
  [' ', ' '],
  ['\n', ' '],
  ['\t', ' '],
  ['\\', ' '],
]);

/** The text that a command puts before and after its argument. */
export const wrappers: ReadonlyMap<string, readonly [string, string]> = new Map(
  (
    [
      ['emph textit textsl mkbibemph mkbibitalic it itshape em sl', '<i>', '</i>'],
      ['textbf mkbibbold bf bfseries', '<b>', '</b>'],
      ['textsuperscript mkbibsuperscript', '<sup>', '</sup>'],
      ['textsubscript mkbibsubscript', '<sub>', '</sub>'],
      ['textsc mkbibacro sc scshape', '<span style="font-variant:small-caps;">', '</span>'],
      ['enquote mkbibquote', '“', '”'],
      ['mkbibparens', '(', ')'],
      ['mkbibbrackets', '[', ']'],
    ] as const
  ).flatMap(([names, before, behind]) =>
    names.split(' ').map((name): [string, readonly [string, string]] => [name, [before, behind]]),
  ),
);

/** Wrappers that apply up to the end of their group: `{\em …}`. */
export const declarations: ReadonlySet<string> = new Set(
  'it itshape em sl bf bfseries sc scshape'.split(' '),
);

/** Commands whose first argument is not part of the text. */
export const droppedCommands: ReadonlySet<string> = new Set(
  (
    'noopsort SortNoop sortnoop hspace vspace label footnote thanks cite citep citet ref phantom setlength href textcolor color ' +
    'colorbox foreignlanguage selectlanguage begin end'
  ).split(' '),
);

/** Commands that print white space. */
export const spaceCommands: ReadonlySet<string> = new Set(
  'quad qquad newline par space linebreak enspace thinspace'.split(' '),
);

/** Commands without an argument that print nothing: of fonts, sizes, breaks and the language of TeX itself. */
export const unprintedCommands: ReadonlySet<string> = new Set([
  ...spaceCommands,
  ...(
    'relax protect rm tt sf normalfont rmfamily sffamily ttfamily mdseries upshape selectfont tiny scriptsize footnotesize small ' +
    'normalsize large Large LARGE huge Huge noindent indent allowbreak nobreak nolinebreak break unskip ignorespaces null strut ' +
    'bgroup egroup begingroup endgroup displaystyle textstyle scriptstyle left right big Big limits nolimits hfill hfil vfill ' +
    'leavevmode noexpand expandafter newblock mathrm mathbf mathit mathsf mathcal mathbb cyr bibinfo url nolinkurl verb'
  ).split(' '),
]);
