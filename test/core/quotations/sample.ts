/** A source with an example for every rule. */
export const tale = `---
id: tale
title: The Keeper of Small Lights
abstract: About a keeper who asks no questions, and a law that does.
---

## (1) The Lamp

The keeper of the light is an old woman. She keeps a lamp in the window of the tower for the boats, and never asks who they are.

The fishermen of the islands know the keeper’s daughter’s boat by its sail. They mend their nets—all of them—by feel.[^1]

The captain said “no light, no harbour” and turned his ship to the north.

## (2) The Lamp and the Law

In 1842 the tower [they say] burned … and was built again. It was not a freindly place, and the islanders were a non-violent people among violent people; non-violent storms do not exist.

This is not to say that the law is always right. The keepers do not obey it. The people of the islands write another one every spring.

[^1]: “Feel” is their word. Feel is how they say it themselves.
`;
