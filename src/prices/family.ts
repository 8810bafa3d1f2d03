/**
 * A family of video models, recognized by the spelling of the id, whoever sells the model:
 * `fal-ai/kling-video/v1.5/pro`, `kwaivgi/kling-v1.6-pro` and `kling-v1-6` are all Kling. A family never
 * gives a price. It separates a video model that the price book lacks from a misspelled id and from a
 * model of another kind.
 */
type Family = { name: string; ids: RegExp };

/** Matches `words` at the start of a word in an id: at its beginning, or after a character that is no letter or digit. */
const family = (name: string, words: string): Family => ({ name, ids: new RegExp(`(?:^|[^a-z0-9])(?:${words})`) });

/** The first family that matches wins. One whose ids contain another's name therefore comes first. */
const FAMILIES: readonly Family[] = [
  family("Topaz Video", "topaz|starlight"),
  family("lip sync", "(?:sync-)?lip-?sync|latent-?sync|wav2lip|musetalk|sync-3|react-1"),
  family("HeyGen", "heygen"),
  family("talking head", "omni-?human|infinite-?talk|multi-?talk|sad-?talker|live-?portrait|fabric-1|hallo\\d?(?![a-z])|echomimic|ai-avatar|avatar"),
  family("Kling", "kling(?:ai)?(?!-image)"),
  family("Veo", "veo-?[1-9]|veo(?![a-z0-9])"),
  family("Gemini Omni", "gemini-omni"),
  family("Sora", "sora"),
  family("Seedance", "(?:dreamina-|doubao-)?seedance|v1-(?:lite|pro)(?:-fast)?-(?:text|image)-to-video|dreamactor|seed-video"),
  family("Jimeng", "jimeng"),
  family("Hailuo", "hailuo|minimax[-/](?:video|h\\d)|video-01|(?:t2v|i2v|s2v)-01|minimax-h\\d|h3-max"),
  family("HappyHorse", "happy-?horse"),
  family("Wan", "wanx?-?v?\\d|wan(?:/v?\\d|-(?:video|t2v|i2v|r2v|flf2v|pro|vace|animate|effects|alpha|fun))|wan2"),
  family("Luma Ray", "ray-?(?:flash-)?\\d|luma/(?:agent/)?ray|luma-dream-machine|dream-machine"),
  family("PixVerse", "pixverse"),
  family("Vidu", "vidu"),
  family("LTX", "ltxv?(?![a-z])"),
  family("Hunyuan Video", "hunyuan-?(?:video|custom|avatar|foley)"),
  family("Runway", "runway(?:ml)?|gen-?[34](?:a|[-_.]|$)|aleph|act[-_]two"),
  family("Pika", "pika"),
  family("Grok Imagine", "grok-(?:imagine-)?video|grok-imagine(?!-image)"),
  family("Nova Reel", "nova-reel"),
  family("FLUX Video", "flux-?3(?!\\d)(?!.*image)"),
  family("Mochi", "mochi"),
  family("CogVideo", "cogvideox?"),
  family("SkyReels", "sky-?reels"),
  family("Stable Video", "stable-video|svd(?![a-z])"),
  family("Cosmos", "cosmos"),
  family("Magi", "magi(?![a-z])"),
  family("Framepack", "frame-?pack"),
  family("Higgsfield", "higgsfield|dop(?:-(?:lite|turbo|preview|standard))"),
  family("Lucy", "lucy"),
  family("Kandinsky Video", "kandinsky-?(?:\\d-?)*video|kandinsky5"),
  family("AnimateDiff", "animatediff|animate-diff|zeroscope|hotshot"),
  family("Marey", "marey|moonvalley"),
  family("Firefly Video", "firefly.*video"),
  family("Muse Video", "muse-video"),
  family("Krea Video", "krea.*video"),
  family("SeedVR", "seedvr\\d?|bytedance-upscaler|flashvsr|video-upscale"),
  family("Mirelo", "mirelo|mmaudio|video-to-audio"),
];

/** Names of video modes, in the id of a model of any family. */
const A_MODE =
  /(?:text|image|reference|frames?|audio|speech|video)[-_]to[-_]video|video[-_]to[-_]|(?:^|[^a-z0-9])(?:t2v|i2v|r2v|v2v|s2v|flf2v|img2vid|txt2vid|animate|motion-control)(?![a-z0-9])|(?:^|[^a-z0-9])video(?:[^a-z0-9]|$)/;

/** Words in the ids of other kinds of models: images, audio alone, text, training. */
const NO_VIDEO =
  /(?:^|[^a-z0-9])(?:(?:text|image|sketch)[-_]to[-_](?:image|3d)|t2i|i2i|tts|text[-_]to[-_](?:speech|audio|music)|speech[-_]to[-_]text|trainer|training|kolors|embedding|whisper|transcribe|image[-_]edit|virtual-try-on|try-on)(?![a-z0-9])|(?:image|img)(?:-\d+(?:\.\d+)?)?$/;

/**
 * The family of a model id, such as `Kling`, or `video` if the id names a video mode but no known family.
 * @returns null if the id does not look like a video model's
 */
export function familyOf(id: string): string | null {
  const written = id.toLowerCase();
  if (NO_VIDEO.test(written)) return null;
  return FAMILIES.find(({ ids }) => ids.test(written))?.name ?? (A_MODE.test(written) ? "video" : null);
}
