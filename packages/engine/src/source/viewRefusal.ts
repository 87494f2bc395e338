import { NeuroglowError } from '../core/error.js';
import type { ViewCapabilities } from '../views/capabilities.js';
import { needsOfView } from '../views/support.js';
import type { View } from '../views/view.js';

/** Why a view is refused, as an error for its watcher; null if it is supported. */
export function viewRefusal(view: View, capabilities: ViewCapabilities): NeuroglowError | null {
  try {
    needsOfView(view, capabilities);
    return null;
  } catch (error) {
    if (error instanceof NeuroglowError) return error;
    throw error;
  }
}
