/** A constructor that returns its argument, so that a derived class adds its private field to an existing object. */
const Given = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * What is known of objects beside what they hold themselves. It goes when its object goes, as in a `WeakMap`, and like
 * there nobody sees it: copies, comparisons and messages to other threads do not have it. But V8’s collector of young
 * objects takes every value of a `WeakMap` for alive; where values lead back to their keys, all that was ever known of a
 * paper that has been let go of would live until the next full collection. So it is kept on the object, in a private
 * field. A table is never let go of: make tables once, for objects that come and go.
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
