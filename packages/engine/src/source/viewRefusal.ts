import { NeuroglowError } from '../core/error.js';
import type { ViewCapabilities } from '../views/capabilities.js';
import { needsOfView } from '../views/support.js';
import type { View } from '../views/view.js';

/** Why a view cannot be had, as the error that its watcher is told; null where it can. */
export function viewRefusal(view: View, capabilities: ViewCapabilities): NeuroglowError | null {
  try {
    needsOfView(view, capabilities);
    return null;
  } catch (error) {
    if (error instanceof NeuroglowError) return error;
    throw error;
  }
}
