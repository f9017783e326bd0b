import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Everything is a file of its own: the window's policy allows no inline script, style or data.
export default defineConfig({
  plugins: [svelte()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { fs: { allow: ['..'] } },
  // The tokens are read by the test of their contrast.
  test: { include: ['src/**/*.test.ts'], css: true },
});
