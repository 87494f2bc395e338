/** Fields of a struct in WebAssembly memory, in order; each lies at the next multiple of its own size. */
export type FieldTypes = Readonly<Record<string, 'i32' | 'f32' | 'f64'>>;

const sizes = { i32: 4, f32: 4, f64: 8 } as const;

export interface Struct<Name extends string> {
  readonly fields: Readonly<Record<Name, { readonly offset: number; readonly type: keyof typeof sizes }>>;
  readonly bytes: number;
}

/** Where each field lies; the compiler of the kernels follows the same rule. */
export function struct<const T extends FieldTypes>(types: T): Struct<keyof T & string> {
  const fields: Partial<Record<string, { offset: number; type: keyof typeof sizes }>> = {};
  let bytes = 0;
  for (const [name, type] of Object.entries(types)) {
    const offset = Math.ceil(bytes / sizes[type]) * sizes[type];
    fields[name] = { offset, type };
    bytes = offset + sizes[type];
  }
  return { fields: fields as Struct<keyof T & string>['fields'], bytes };
}

/** Reads and writes one struct's fields in memory. */
export class Fields<Name extends string> {
  readonly #view: DataView;
  readonly #address: number;
  readonly #struct: Struct<Name>;

  constructor(view: DataView, address: number, struct: Struct<Name>) {
    this.#view = view;
    this.#address = address;
    this.#struct = struct;
  }

  get(name: Name): number {
    const { offset, type } = this.#struct.fields[name];
    const at = this.#address + offset;
    if (type === 'i32') return this.#view.getInt32(at, true);
    return type === 'f32' ? this.#view.getFloat32(at, true) : this.#view.getFloat64(at, true);
  }

  set(name: Name, value: number): void {
    const { offset, type } = this.#struct.fields[name];
    const at = this.#address + offset;
    if (type === 'i32') this.#view.setInt32(at, value, true);
    else if (type === 'f32') this.#view.setFloat32(at, value, true);
    else this.#view.setFloat64(at, value, true);
  }

  setAll(values: Readonly<Partial<Record<Name, number>>>): void {
    for (const [name, value] of Object.entries(values)) this.set(name as Name, value as number);
  }
}
