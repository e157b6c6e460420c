"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";

/** How often (ms) a picture of the camera is searched for a code. */
const EVERY_MS = 150;
/** The longer edge (px) of the pictures that are searched. */
const EDGE = 720;

interface ScannerProps {
  hint: string;
  found: (text: string) => void;
  /** The person wants another way, or there is no camera. */
  cannot: () => void;
}

/** The camera with a frame; tells the first code it sees. */
export default function Scanner({ hint, found, cannot }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const tell = useRef(found);
  useEffect(() => void (tell.current = found), [found]);
  useEffect(() => {
    let ended = false;
    let stream: MediaStream | null = null;
    const scan = async () => {
      const element = video.current;
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (ended || !element) return end();
      element.srcObject = stream;
      await element.play();
      const read = await reader();
      while (!ended) {
        const text = element.readyState >= element.HAVE_CURRENT_DATA ? await read(element) : null;
        if (text !== null && !ended) {
          end();
          return tell.current(text);
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    };
    const end = () => {
      ended = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
    scan().catch(() => ended || setTrouble(sentences.cameraCannotBeUsedHere));
    return end;
  }, []);
  return (
    <div className="grid w-full justify-items-center gap-3">
      <p className="text-center text-label font-medium">{trouble ?? hint}</p>
      {!trouble && (
        <div className="scan-frame relative aspect-square w-full max-w-78 overflow-clip rounded-card bg-viewer">
          <video ref={video} muted playsInline aria-label={sentences.camera} className="size-full object-cover" />
        </div>
      )}
      <Button look="ghost" onClick={cannot}>
        {sentences.pasteCodeInstead}
      </Button>
    </div>
  );
}

type Read = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (options: { formats: string[] }) => Detector) & {
  getSupportedFormats(): Promise<string[]>;
};

/** Reads with the browser's own detector where there is one. */
async function reader(): Promise<Read> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
  if (Own && formats.includes("qr_code")) {
    const detector = new Own({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
  }
  const { default: find } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, EDGE / Math.max(video.videoWidth, video.videoHeight, 1));
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
    if (!context) return Promise.resolve(null);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(find(data, width, height)?.data ?? null);
  };
}
