import { NeuroglowError } from '../../core/error.js';
import { bytesOf, foreign, malformed, tooLarge, type FileContent } from '../../formats/content.js';
import { onnxKind, readIntegers, readMessage, textOfField, type WireField } from './protobuf.js';
import { mostDims, readTensor, type OnnxTensor } from './tensor.js';

/** Sides of a value; −1 where the file does not say one. */
export type Dims = readonly number[];

export interface OnnxAttribute {
  readonly number: number;
  readonly integers: readonly number[];
  readonly text: string;
  readonly tensor: OnnxTensor | null;
}

export interface OnnxNode {
  readonly name: string;
  readonly operation: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

export interface OnnxValue {
  readonly name: string;
  /** Number of a data type in `onnx.proto`; 0 where the file does not say it. */
  readonly type: number;
  /** null where the file does not say it. */
  readonly dims: Dims | null;
}

/** What of an ONNX file is needed to show it. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  /** Without the initializers, which older files list among them. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly values: ReadonlyMap<string, OnnxValue>;
}

const mostBytes = 0x7fff_ffff;
/** Most nodes, and most initializers. */
const mostNodes = 0x1_0000;
const mostNames = 1024;

/**
 * Reads the graph of an ONNX file; values of tensors stay where they are. Subgraphs of loops and conditions are not read.
 * @param content at most 2 GiB; at most 65,536 nodes and as many initializers
 * @throws `invalid-input`, `file-foreign`, `file-truncated`, `file-too-large` or `file-malformed`
 */
export function readOnnxFile(content: FileContent): { readonly bytes: Uint8Array; readonly graph: OnnxGraph } {
  const bytes = bytesOf(content, onnxKind, mostBytes);
  const parts = { nodes: [], initializers: new Map(), inputs: [], outputs: [], values: new Map() } as {
    nodes: OnnxNode[];
    initializers: Map<string, OnnxTensor>;
    inputs: OnnxValue[];
    outputs: OnnxValue[];
    values: Map<string, OnnxValue>;
  };
  let graphs = 0;
  const readModel = (): void =>
    readMessage(bytes, {
      7: (field) => {
        graphs++;
        readGraph(field.bytes, parts);
      },
    });
  try {
    readModel();
  } catch (error) {
    // Any bytes can be taken for fields; without a graph it is more likely another kind of file.
    if (graphs > 0 || !(error instanceof NeuroglowError)) throw error;
    throw foreign(onnxKind, 'a protobuf message with a graph', 'something else', { cause: error });
  }
  if (parts.nodes.length === 0) throw foreign(onnxKind, 'a graph with nodes', 'none');
  return { bytes, graph: { ...parts, inputs: parts.inputs.filter(({ name }) => !parts.initializers.has(name)) } };
}

function readGraph(
  bytes: Uint8Array,
  parts: {
    nodes: OnnxNode[];
    initializers: Map<string, OnnxTensor>;
    inputs: OnnxValue[];
    outputs: OnnxValue[];
    values: Map<string, OnnxValue>;
  },
): void {
  readMessage(bytes, {
    1: (field) => {
      parts.nodes.push(readNode(field.bytes));
      checkCount(parts.nodes.length, 'nodes');
    },
    5: (field) => {
      const tensor = readTensor(field.bytes);
      parts.initializers.set(tensor.name, tensor);
      checkCount(parts.initializers.size, 'initializers');
    },
    11: (field) => {
      parts.inputs.push(readValue(field.bytes));
      checkCount(parts.inputs.length, 'inputs');
    },
    12: (field) => {
      parts.outputs.push(readValue(field.bytes));
      checkCount(parts.outputs.length, 'outputs');
    },
    13: (field) => {
      const value = readValue(field.bytes);
      parts.values.set(value.name, value);
      checkCount(parts.values.size, 'values');
    },
  });
}

function checkCount(count: number, of: string): void {
  if (count > mostNodes) throw tooLarge(onnxKind, `at most ${mostNodes} ${of}`, 'more');
}

function readNode(bytes: Uint8Array): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  const node = { name: '', operation: '' };
  const add = (names: string[], field: WireField): void => {
    if (names.push(textOfField(field)) > mostNames) throw malformed(onnxKind, `a node with over ${mostNames} values`);
  };
  readMessage(bytes, {
    1: (field) => add(inputs, field),
    2: (field) => add(outputs, field),
    3: (field) => (node.name = textOfField(field)),
    4: (field) => (node.operation = textOfField(field)),
    5: (field) => {
      const { name, ...attribute } = readAttribute(field.bytes);
      attributes.set(name, attribute);
      if (attributes.size > mostNames) throw malformed(onnxKind, `a node with over ${mostNames} attributes`);
    },
  });
  return { ...node, inputs, outputs, attributes };
}

function readAttribute(bytes: Uint8Array): OnnxAttribute & { readonly name: string } {
  const integers: number[] = [];
  const attribute = { name: '', number: 0, text: '', tensor: null as OnnxTensor | null };
  readMessage(bytes, {
    1: (field) => (attribute.name = textOfField(field)),
    2: ({ value }) => (attribute.number = value),
    3: ({ value }) => (attribute.number = value),
    // Texts longer than a name are of no use here.
    4: (field) => (attribute.text = field.bytes.length > 64 ? '' : textOfField(field)),
    5: (field) => (attribute.tensor = readTensor(field.bytes)),
    8: (field) => readIntegers(field, integers, mostNames),
  });
  return { ...attribute, integers };
}

function readValue(bytes: Uint8Array): OnnxValue {
  const value = { name: '', type: 0, dims: null as number[] | null };
  readMessage(bytes, {
    1: (field) => (value.name = textOfField(field)),
    2: (type) =>
      readMessage(type.bytes, {
        1: (tensor) =>
          readMessage(tensor.bytes, {
            1: (field) => (value.type = field.value),
            2: (shape) => (value.dims = readDims(shape.bytes)),
          }),
      }),
  });
  return value;
}

function readDims(bytes: Uint8Array): number[] {
  const dims: number[] = [];
  readMessage(bytes, {
    1: (field) => {
      let side = -1;
      readMessage(field.bytes, { 1: ({ value }) => (side = value > 0 && Number.isSafeInteger(value) ? value : -1) });
      if (dims.push(side) > mostDims) throw malformed(onnxKind, `a value of more than ${mostDims} dimensions`);
    },
  });
  return dims;
}
