// The window's one door.

import { invoke } from '@tauri-apps/api/core';
import type { Way } from './index';

export const overTauri: Way = (command, input) => invoke('call', { command, input });
