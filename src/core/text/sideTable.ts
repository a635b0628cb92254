/** A constructor that returns its argument, so that a derived class adds its private field to an existing object. */
const Given = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * Data about objects that is not part of them. As in a `WeakMap`, an entry is freed with its object, and copies,
 * comparisons and messages to other threads do not include it. Unlike in a `WeakMap`, values that refer back to their keys
 * do not delay that: V8’s collector of young objects keeps every value of a `WeakMap` alive, so all data about a dropped
 * paper would stay until the next full collection. Therefore the value is kept on the object, in a private field. A table
 * itself is never freed: make tables once, for objects that come and go.
 */
export class SideTable<K extends object, V> {
  private readonly fields = class extends Given {
    #value: V;

    constructor(key: K, value: V) {
      super(key);
      this.#value = value;
    }

    static read(key: K): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static write(key: K, value: V): void {
      if (#value in key) key.#value = value;
      else new this(key, value);
    }
  };

  get(key: K): V | undefined {
    return this.fields.read(key);
  }

  set(key: K, value: V): void {
    this.fields.write(key, value);
  }
}
