/** The part of Observable's runtime that is used here; the package brings no types. */
declare module "@observablehq/runtime" {
  interface Variable {
    define(name: string | null, inputs: readonly string[], definition: (...values: unknown[]) => unknown): Variable;
    delete(): Variable;
  }

  interface Observer {
    rejected?: (error: unknown) => void;
  }

  class Runtime {
    module(): {variable(observer?: Observer): Variable};
  }

  export {Runtime, type Variable};
}
