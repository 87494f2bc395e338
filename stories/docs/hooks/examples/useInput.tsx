import { useInput } from '@neuroglow/engine';

export function Example() {
  const [input, setInput] = useInput();
  return (
    <>
      {[0, 1, 2, 3].map((sample) => (
        <button key={sample} type="button" onClick={() => setInput({ sample })}>
          Row {sample + 1}
        </button>
      ))}
      <output>{JSON.stringify(input)}</output>
    </>
  );
}
