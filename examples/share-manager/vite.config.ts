import { defineConfig } from 'vite';

export default defineConfig({
  // Links of the built page lead to files beside it, wherever it is put.
  base: './',
  build: { target: 'es2024', reportCompressedSize: true },
});
