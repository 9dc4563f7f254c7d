import fcntl, os, subprocess, threading, time

def pipe():
    ends = os.pipe()
    for end in ends:
        fcntl.fcntl(end, fcntl.F_SETFL, fcntl.fcntl(end, fcntl.F_GETFL) | os.O_NONBLOCK)
    return ends

rows = b"".join(b"2024-01,segment %d,5\n" % i for i in range(20000))
from_us, to_it = pipe()
from_it, to_us = pipe()
done = subprocess.Popen(["cxm", "merge", "-"], stdin=from_us, stdout=to_us)
os.close(from_us)
os.close(to_us)
os.set_blocking(to_it, True)
os.set_blocking(from_it, True)

def feed():
    time.sleep(0.2)
    with open(to_it, "wb") as file:
        file.write(b"period,segment,clicks\n" + rows)

threading.Thread(target=feed).start()
time.sleep(0.6)
with open(from_it, "rb") as file:
    print(len(file.read().splitlines()), "lines, exit code", done.wait())
