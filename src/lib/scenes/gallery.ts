import type {SceneParams} from './scene.ts';
export const gallery: readonly SceneParams[] = [];
