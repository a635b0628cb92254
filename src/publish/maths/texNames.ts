import { tableOf } from '../../core/text.ts';
import type { Alphabet } from './formula.ts';

/** Names and signs, written `name sign name sign …`. */
function namedSigns(list: string): [string, string][] {
  const words = list.trim().split(/\s+/);
  return words.flatMap((word, index): [string, string][] =>
    index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [],
  );
}

/** Commands that are letters: those of Greek and the like. */
export const texLetters = tableOf<string>(
  Object.fromEntries(
    namedSigns(`
      alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
      mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
      psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω aleph ℵ beth ℶ
      ell ℓ hbar ℏ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ partial ∂ infty ∞ nabla ∇ emptyset ∅ varnothing ∅ top ⊤ bot ⊥
      angle ∠ triangle △ degree ° prime ′ S § P ¶`),
  ),
);

/** Commands that are operators, relations, arrows or other signs. */
export const texOperators = tableOf<string>(
  Object.fromEntries(
    namedSigns(`
      pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
      wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ neg ¬ lnot ¬ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫
      equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆
      supseteq ⊇ in ∈ ni ∋ notin ∉ mid ∣ parallel ∥ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ forall ∀ exists ∃ nexists ∄
      therefore ∴ because ∵ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
      Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ uparrow ↑ downarrow ↓
      hookrightarrow ↪ rightharpoonup ⇀ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : lbrace { rbrace }
      langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ backslash ∖`),
  ),
);

/** Operators that stand before what they work on, larger than it. */
export const texLargeOperators = tableOf<string>(
  Object.fromEntries(
    namedSigns(`
      sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
      bigotimes ⨂`),
  ),
);

/** Functions, which are set upright. `true`: what is lowered stands below them. */
export const texFunctions = tableOf<boolean>({
  ...Object.fromEntries(
    'arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh'
      .split(' ')
      .map((name) => [name, false]),
  ),
  ...Object.fromEntries(
    'det gcd inf lim liminf limsup max min Pr sup'.split(' ').map((name) => [name, true]),
  ),
});

/** Signs on what follows: the sign, and whether it is as wide as that. */
export const texAccents = tableOf<readonly [sign: string, isWide: boolean, isBelow?: boolean]>({
  hat: ['\u0302', false],
  check: ['\u030C', false],
  tilde: ['\u0303', false],
  acute: ['\u0301', false],
  grave: ['\u0300', false],
  dot: ['\u0307', false],
  ddot: ['\u0308', false],
  breve: ['\u0306', false],
  bar: ['\u0305', false],
  vec: ['\u20D7', false],
  widehat: ['\u0302', true],
  widetilde: ['\u0303', true],
  overline: ['\u00AF', true],
  underline: ['_', true, true],
  overbrace: ['\u23DE', true],
  underbrace: ['\u23DF', true, true],
});

/** Commands that choose an alphabet. */
export const texAlphabets = tableOf<Alphabet>({
  mathrm: 'upright',
  mathbf: 'bold',
  boldsymbol: 'bold',
  mathit: 'italic',
  mathbb: 'doubleStruck',
  mathcal: 'script',
  mathscr: 'script',
  mathfrak: 'fraktur',
  mathsf: 'sansSerif',
  mathtt: 'monospace',
});

/** Spaces, in eighteenths of the height of the letters. */
export const texSpaces = tableOf<number>({
  ',': 3,
  ':': 4,
  '>': 4,
  ';': 5,
  '!': -3,
  ' ': 6,
  quad: 18,
  qquad: 36,
});

/** Environments that are tables of formulas: what stands around them. */
export const texMatrices = tableOf<readonly [open: string, close: string]>({
  matrix: ['', ''],
  smallmatrix: ['', ''],
  pmatrix: ['(', ')'],
  bmatrix: ['[', ']'],
  Bmatrix: ['{', '}'],
  vmatrix: ['|', '|'],
  Vmatrix: ['‖', '‖'],
  cases: ['{', ''],
  aligned: ['', ''],
  align: ['', ''],
  'align*': ['', ''],
  gathered: ['', ''],
  split: ['', ''],
});
