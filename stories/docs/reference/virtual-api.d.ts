declare module 'virtual:neuroglow-api' {
  /** A public function, class or constant of the engine, as its source declares it. */
  export interface ApiEntry {
    readonly name: string;
    /** Its module within the engine, without extension. */
    readonly file: string;
    readonly overloads: readonly {
      readonly signature: string;
      /** What its comment says before the first tag. */
      readonly description: string;
      readonly parameters: readonly string[];
      readonly throws: readonly string[];
      readonly examples: readonly string[];
    }[];
  }
  const entries: readonly ApiEntry[];
  export default entries;
}
