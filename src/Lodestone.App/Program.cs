using Lodestone.App;
using Lodestone.Learning;

NativeHeap.KeepFreedMemory();
return await CommandLine.RunAsync(args);
