import { exp } from './exp'
import { log, logOnePlus } from './log'
import { cosine } from './sine'

// Elementary functions over many numbers, so that their bounds can be tested.

export function expAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, exp(v128.load(x)))
}

export function cosineAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, cosine(v128.load(x)))
}

export function logAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, log(v128.load(x)))
}

export function logOnePlusAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, logOnePlus(v128.load(x)))
}
