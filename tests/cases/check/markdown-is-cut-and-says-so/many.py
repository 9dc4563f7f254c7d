print("period,segment,customers_start,customers_lost")
for i in range(2000):
    print(f"2024-01,segment-{i:04},100,{i % 4}")
