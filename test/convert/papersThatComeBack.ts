/** Papers with everything that comes back from Word files and OpenDocument texts. They cite the sample source. */
export const papersThatComeBack: Readonly<Record<string, string>> = {
  blocks: `Before.

# One

> A quotation set off.
>
> — [@tale, ¶ 2]

1. one
2. two

Between.

1. again
2. and on

## 1. A number in a heading

- dot
- dot *two*
  1. deep
  2. deeper

| a | b |
| --- | --- |
| 1 | *2* |
| 3 [@tale, ¶ 3] | 4 |`,
  'lists with letters and brackets': `(a) one
(b) two

Between.

iv. four
v. five
vi. six

A.  large
B.  larger

<!-- -->

C.  more
D.  still

1) first
2) second

(3) third
(4) fourth

Between.

- a

  c) x
  d) y`,
  'long lists with letters': Array.from(
    { length: 30 },
    (_, at) => `${String.fromCharCode(97 + Math.min(at, 25))}. item ${String(at)}`,
  ).join('\n'),
  'a list of one item': `Before.

1. one

After.

(b) two`,
  rules: `Before.

* * *

# One

* * *

> A quotation.

* * *

- item`,
  'columns to the right and in the middle': `| a | b | c |
| --- | --: | :-: |
| 1 | 2 | 3 |
|  |  | 6 |`,
  'cells over several columns and rows': `+------------------------+----------+
| Property               | Earth    |
+========+===============+=========:+
| 漢字 a | min           | -89.2 °C |
|        +---------------+----------+
|        | *mean of all* | 14 °C    |
|        +---------------+----------+
|        | max                      |
+--------+--------------------------+`,
  boxes: `::: {.note}

A paragraph in *one*.

:::

::: {#aside .call-out .wide}

# A heading

- item

::: {.inner}

Words.

> A quotation.

:::

:::

- first

  ::: {.note}

  in an item

  :::

- second

> Said
>
> ::: {.note}
>
> in a quotation
>
> :::

::: {.étude}

| a | b |
| --- | --- |
| 1 | 2 |

:::

::: {.list}

- one
- two

:::`,
};
